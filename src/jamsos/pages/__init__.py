"""What is shown to people, laid out as text or as HTML; it knows nothing of the law."""
