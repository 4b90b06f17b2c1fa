"""Pages out of web archives."""
