"""Typing what one wants to do, instead of looking for it."""
