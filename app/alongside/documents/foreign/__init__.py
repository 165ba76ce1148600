"""PDFs from elsewhere, a partner's form or a receipt: read and drawn in a program of their own."""
