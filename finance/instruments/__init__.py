"""The catalogue of money: funds, loans, guarantees and covers, each with its conditions as data."""
