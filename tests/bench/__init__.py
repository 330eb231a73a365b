"""Benchmarks, run by hand; what they compare are ratios of what ran by turns."""
