"""The frame of a page."""

from __future__ import annotations

from layouts.furniture import events, script, state, strip
from layouts.furniture import styles as many_styles
from layouts.job import Job

_LOCALES = {"en": ("en", "en-GB", "en-US"), "de": ("de",), "fr": ("fr", "fr-FR"), "es": ("es",)}


def document(
    job: Job, head: str, body: str, *, body_class: str = "", html: str = "", styles: str = ""
) -> str:
    """A whole page of HTML 5."""
    locale = job.rng.choice(_LOCALES[job.story.language])
    icons = (
        f'<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/s/{job.digits()}.css">'
    )
    classes = f' class="{body_class}"' if body_class else ""
    style = f"<style>{styles}{many_styles(job)}</style>"
    return (
        f'<!DOCTYPE html>\n<html lang="{locale}"{html}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{head}\n{icons}'
        f"{style}\n{script(job)}\n</head>\n<body{classes}>\n{strip(job)}{body}{events(job)}{state(job)}\n</body>\n</html>\n"
    )


def box(name: str, inside: str, tag: str = "div") -> str:
    """An element with a class; nothing where nothing is inside."""
    return f'<{tag} class="{name}">{inside}</{tag}>' if inside else ""
