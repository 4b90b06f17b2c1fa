"""What an HTML page says about its story: title, dates, authors, section, kind, access."""
