"""Feeds and site maps: what they list."""
