"""Tests of ``oasmith.diagnostics``."""
