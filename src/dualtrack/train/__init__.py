"""Trains the coder from labelled lines. Needs the extra `train`; nothing here is imported to code."""
