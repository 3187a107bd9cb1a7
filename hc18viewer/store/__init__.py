"""What is kept of a review: predictions, corrections and verdicts, never overwritten."""
