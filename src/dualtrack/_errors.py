"""Every error that Dualtrack raises on purpose, in one tree.

Each carries one sentence that a user can act on; the command line prints that
sentence and no traceback.

    DualtrackError
    ├── InputError            something that was to be read
    │   ├── PageError         one page: recorded with its reason, the run goes on
    │   │   ├── EmptyPage
    │   │   ├── BinaryPage
    │   │   ├── TooLarge
    │   │   ├── BadEncoding
    │   │   ├── BadLine       a JSONL line that is no article
    │   │   ├── NoStory       a page with no story in it
    │   │   ├── IndexPage     a page that lists stories: follow its links instead
    │   │   ├── NoFeed        what was to be a feed is none
    │   │   ├── FetchError    an address on the web that gives no page, or may not be asked
    │   │   └── UnreadablePage  missing, a folder, no permission
    │   └── NothingToRead     no input at all could be read
    ├── OutputError           a place or a form in which nothing can be written
    ├── RecordError           something that the record cannot take or do
    │   ├── NoRecord          the database cannot be opened or reached, or the connection was lost
    │   ├── NotARecord        the database holds something else, or is damaged
    │   ├── NewerRecord       a newer Dualtrack made it: this one must be updated
    │   └── RecordNotWritten  no room, no permission: nothing of the last batch was kept
    ├── ModelError            model files that are missing or do not fit together
    ├── TableError            a table or YAML file of ours that contradicts itself
    ├── GoldError             labelled lines that break the codebook's form
    └── MissingExtra          an optional dependency that is not installed
"""


class DualtrackError(Exception):
    """Base of all errors raised on purpose. `str(error)` is a sentence for the user."""


class InputError(DualtrackError):
    """Something that was to be read could not be."""


class PageError(InputError):
    """One page could not be read. `reason` is a short stable word for counting."""

    reason = "unreadable"


class EmptyPage(PageError):
    """The page holds nothing but white space."""

    reason = "empty"


class BinaryPage(PageError):
    """The page is not text: an image, an archive, an executable."""

    reason = "binary"


class TooLarge(PageError):
    """The page is larger than the limit."""

    reason = "too large"


class BadEncoding(PageError):
    """The bytes are text in no encoding that could be told."""

    reason = "bad encoding"


class BadLine(PageError):
    """A JSONL line is no JSON object, or lacks `text`, or has a field of the wrong kind."""

    reason = "bad line"


class NoStory(PageError):
    """The page was read, but no story was found in it."""

    reason = "no story"


class IndexPage(PageError):
    """The page lists stories and is none itself; the stories are where its links lead."""

    reason = "index page"


class NoFeed(PageError):
    """What was given as a feed or a site map is none, or one that may not be read."""

    reason = "no feed"


class FetchError(PageError):
    """A page could not be fetched from the web, or must not be.

    `reason` is one of these:
    "bad address"    it is no http or https address of a page
    "forbidden address"  it leads into a private or otherwise closed network
    "robots"         the site's robots.txt asks not to fetch it, or cannot be read for now
    "unreachable"    there is no such host, or no connection to it
    "certificate"    the host could not prove that it is the one that was asked
    "timeout"        it took too long
    "bad answer"     what came back is no whole and readable answer
    "redirects"      it was redirected too often
    "status 404"     the server's answer, with its number
    "missing part"   the extra `fetch` is not installed
    """

    reason = "not fetched"

    def __init__(self, message: str, reason: str = reason) -> None:
        super().__init__(message)
        self.reason = reason


class UnreadablePage(PageError):
    """The file is missing, is no file, or may not be read."""

    reason = "unreadable"


class NothingToRead(InputError):
    """No input was found at all."""


class OutputError(DualtrackError):
    """The output cannot be written there, or not in that form."""


class RecordError(DualtrackError):
    """The record cannot take or do this."""


class NoRecord(RecordError):
    """The database cannot be opened or reached, or the connection to it was lost."""


class NotARecord(RecordError):
    """The file or database holds something else than a record, or is damaged."""


class NewerRecord(RecordError):
    """A newer version of Dualtrack made this record; this one does not know its tables."""


class RecordNotWritten(RecordError):
    """The disk is full or the record may not be written; nothing of the last batch was kept."""


class ModelError(DualtrackError):
    """The model's files are missing, damaged or do not belong together."""


class TableError(DualtrackError):
    """A table or YAML file of the project contradicts itself; the message names file and row."""


class GoldError(DualtrackError):
    """A labelled line breaks the form that the codebook gives; the message names file and line."""


class MissingExtra(DualtrackError):
    """An optional dependency is missing; the message says what to install."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional part: pip install 'dualtrack[{extra}]'")
        self.extra = extra
