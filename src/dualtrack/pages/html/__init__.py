"""Which blocks of an HTML page are its story."""
