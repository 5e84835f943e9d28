"""Which tax class each kind of income and payout is suggested to have, with its source; a person may overrule it."""
