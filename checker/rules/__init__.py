"""Signs by which a page gives away that it is not what was cited: one rule a file, all pure."""
