"""Verbs, one file for each noun: the only doors the screen may knock on."""
