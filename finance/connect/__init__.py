"""Universities' own accounts at the payment provider, and the transfers that go to them."""
