"""As much of Tornado as the hub's Python uses."""
