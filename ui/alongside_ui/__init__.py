"""What the person meets on screen."""
