"""The rules of the field: standard library only; no files, no clock, no database."""
