"""Figures over cases: truth, metrics, splits by subject, summaries."""
