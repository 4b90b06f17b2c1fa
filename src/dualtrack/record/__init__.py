"""The store: what was read, what was coded, which reports are one event, who judged what."""
