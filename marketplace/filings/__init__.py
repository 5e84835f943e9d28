"""登记与备案: what a signed contract must be handed in for, with packs, clocks and receipts."""
