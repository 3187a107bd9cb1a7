"""Review fetal head circumference on HC18 ultrasound images."""

__version__ = "0.1.0"
