"""All of help as one document: read once from its pages, written as a web page or on paper."""
