"""Makes the development set for reading pages: news pages of our own making, with their truth.

    python scripts/layouts/build.py FOLDER

Stories (`stories/*.md`, and those of the sample) are rendered in the layouts that news sites use.
What is the story's is marked while a page is written; the marks give the truth and are then taken
out. Nothing of this is shipped.
"""
