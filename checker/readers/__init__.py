"""From text to citations and figures: one module a format, all pure."""
