"""What is owed under contracts: obligations, invoices, reminders."""
