"""The sample that ships with the package: short stories as HTML pages and as text dumps."""

from dualtrack.sample._pages import Truth, html_pages, text_pages, truth

__all__ = ["Truth", "html_pages", "text_pages", "truth"]
