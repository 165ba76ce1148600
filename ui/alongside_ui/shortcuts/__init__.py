"""The keys of commands: to read, to change and to print."""
