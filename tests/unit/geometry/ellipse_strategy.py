"""The ellipses that the property tests of this folder draw."""

import math

from hypothesis import strategies as st

from hc18viewer.geometry.ellipse import Ellipse

HEAD = Ellipse(400.3, 270.7, 205.2, 158.9, 0.4)

ellipses = st.builds(
    lambda x, y, b, ratio, angle: Ellipse(x, y, b * ratio, b, angle),
    st.floats(-100, 900), st.floats(-100, 900), st.floats(10, 400), st.floats(1.05, 1.8),
    st.floats(0, math.pi, exclude_max=True),
)
