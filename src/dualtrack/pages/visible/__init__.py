"""The visible text of an HTML page, block by block, with its place in the source."""
