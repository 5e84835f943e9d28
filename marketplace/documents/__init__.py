"""Files, contract documents and their signatures."""
