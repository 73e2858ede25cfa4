"""The whole pipeline against a small simulated web inside the process."""
