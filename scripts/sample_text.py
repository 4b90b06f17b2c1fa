"""The text dumps of the sample: what a crawler makes of a page when it throws the tags away."""

from __future__ import annotations

from sample_stories import Story


def regional(story: Story, rest: list[Story]) -> list[str]:
    """A membership prompt, another story's teaser, the path glued to the title, then the story."""
    site, other = story.site, rest[0]
    plain = story.title.replace("’", "'")
    return [
        "Become a member",
        f"Get the best offers and updates relating to {site.name}.",
        other.title,
        other.teaser(140) + "\n" + "Home" + "".join(story.section) + plain,
        story.title,
        *story.paragraphs,
        "You have 2 free articles left this month. Subscribe from £1 a week to keep reading.",
        f"Leave a comment\nYour email address will not be published.\n© 2024 {site.name}",
    ]


def magazine(story: Story, rest: list[Story]) -> list[str]:
    """A blog theme: menu words, glued path, byline and date, sharing words, related stories."""
    site = story.site
    clock = story.published.strftime("%-I:%M %p").lower()
    related = "\n".join(f"{s.title}\n{s.printed_date}" for s in rest[:3])
    return [
        "Skip to content",
        site.name + "\n" + site.tagline,
        "\n".join(site.links),
        "Home" + "".join(story.section) + story.title,
        story.title,
        f"By {story.author}\n{story.printed_date} {clock}\n3 min read",
        "ShareTweetEmailPrint",
        *story.paragraphs,
        "Share this:\nFacebook\nX\nWhatsApp\nEmail",
        f"Tags: {', '.join(story.section)}",
        "Related\n" + related,
        f"{rest[3].title}\n{rest[3].teaser(120, ' […]')}",
        "Sign up for the Morning Tide, our free newsletter.",
        f"© 2024 {site.name}. All rights reserved.\nAboutContactPrivacyTerms",
    ]


def agency(story: Story, rest: list[Story]) -> list[str]:
    """An agency: section line, title, time in UTC, the story, credits and standards."""
    stamp = story.published.strftime("%B %-d, %Y %-I:%M %p") + " UTC"
    return [
        "My account | Sign in | Register",
        story.site.name + "\n" + " ".join(story.site.links),
        " > ".join(story.section),
        story.title,
        f"By {story.author}\n{stamp} · Updated 2 hours ago",
        *story.paragraphs,
        f"Reporting by {story.author}; Editing by {story.author}",
        f"Our Standards: The {story.site.name} Principles of Trust.",
        "Read Next\n" + "\n".join(f"{s.section[-1]} · {s.title}" for s in rest[:4]),
        f"© 2024 {story.site.name}. All rights reserved",
    ]


def broadcaster(story: Story, rest: list[Story]) -> list[str]:
    """A broadcaster: menu glued together, path glued to the title, a live ribbon, more stories."""
    site = story.site
    return [
        "Accessibility links\nSkip to content\nAccessibility Help",
        "".join(site.links) + "More menu",
        f"LIVE Watch {site.name} now",
        "".join(story.section) + story.title,
        story.title,
        f"Published\n{story.printed_date}\nShare\nSave",
        f"{story.author}\nInternational news",
        *story.paragraphs,
        "More on this story\n" + "\n".join(s.title for s in rest[:3]),
        "Related topics\n" + "".join(story.section[1:]),
        f"Top stories\n{rest[3].title}\n{rest[3].teaser(110)}",
        f"Copyright © 2024 {site.name}. {site.name} is not responsible for the content of "
        "external sites.",
    ]


STYLES = {
    "regional": regional,
    "magazine": magazine,
    "agency": agency,
    "broadcaster": broadcaster,
}


def render_text(story: Story, rest: list[Story]) -> str:
    """The dump of one story; `rest` are at least four other stories."""
    return "\n\n".join(STYLES[story.site.layout](story, rest)) + "\n"
