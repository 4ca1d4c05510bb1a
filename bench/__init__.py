"""The benchmark: synthetic explainers in the real shape, and ratios measured in one run."""
