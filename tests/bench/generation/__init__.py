"""Generation, measured against peers."""
