"""From an application to agreed terms."""
