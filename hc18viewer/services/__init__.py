"""What a user can do, as plain Python: open, predict, review, evaluate, train."""
