"""A firm asks for money: her request, the facts, the matches, and the provider's pipeline."""
