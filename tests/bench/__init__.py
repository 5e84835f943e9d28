"""Measures ratios, side by side in one run: `make bench`. Nothing here is asserted; machines are noisy."""
