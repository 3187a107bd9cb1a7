"""The window: shows state and reports intent; holds no rule of the domain."""
