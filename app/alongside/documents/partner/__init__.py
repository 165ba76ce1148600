"""A partner's own form: a PDF of theirs that is read, looked at and filled, never made by us."""
