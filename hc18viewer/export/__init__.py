"""What leaves the program: tables and masks."""
