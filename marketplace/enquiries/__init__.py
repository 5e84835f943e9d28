"""Questions about a listing before anybody applies."""
