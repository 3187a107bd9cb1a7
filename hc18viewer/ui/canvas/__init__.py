"""The canvas: one image, its overlays, and the ellipse that the reader moves."""
