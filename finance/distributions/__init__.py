"""Money that came in, split among those who are entitled to it."""
