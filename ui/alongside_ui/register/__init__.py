"""The register of a meeting."""
