"""The window's part in fine-tuning: start it, watch it, judge it, look after the models."""
