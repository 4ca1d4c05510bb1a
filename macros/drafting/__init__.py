"""New files of data/: what they need, how they are written, and what is there already that looks alike."""
