"""对公转账: what banks' statements show, which invoices it pays, and what goes back to the payer."""
