"""Paper that a screen reader can read: tagged PDF (PDF/UA-1), made with reportlab.

What would make a page wrong for somebody is refused, never printed: `refused.RefusedError`.
"""
