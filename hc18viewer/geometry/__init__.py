"""Shapes and their measures, in pixels.

Pixel centres lie at whole coordinates, x to the right, y down; angles turn from +x towards +y.
This package takes arrays and floats only: it knows no files and no models.
"""
