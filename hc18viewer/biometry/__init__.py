"""What a head's ellipse means: lengths in millimetres, indices and gestational age."""
