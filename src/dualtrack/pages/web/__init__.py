"""Pages fetched from the web, politely and from the open web only."""
