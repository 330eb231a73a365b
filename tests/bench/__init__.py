"""Benchmarks, run by hand; each prints ratios, never bare times."""
