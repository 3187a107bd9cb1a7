"""The tools that shape the contour, each in one small file, without widgets."""
