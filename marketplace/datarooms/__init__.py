"""Confidential documents of a listing, opened to a firm under an undertaking."""
