"""What a text is made of: its script, its Markdown, its Han and its Latin."""
