"""Meetings: planned, repeated, cancelled."""
