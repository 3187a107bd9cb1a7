"""Read cases: images, annotations and pixel sizes. Knows files and knows nothing of models."""
