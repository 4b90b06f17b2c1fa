"""Which lines of a text dump are its story."""
