"""Our clearing and bank accounts against what providers and banks say, day by day; what differs has an owner."""
