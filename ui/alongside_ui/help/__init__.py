"""Help, one page for each part of the program."""
