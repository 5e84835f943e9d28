"""违约处置: what follows when a firm does not pay, step by step, until it has paid or the contract has ended."""
