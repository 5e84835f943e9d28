"""The roof: the only place that sees every room."""
