"""Trains the coder from labelled lines. Needs the extra `train`; coding imports none of it."""
