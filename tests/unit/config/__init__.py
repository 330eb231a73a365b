"""Tests of ``oasmith.config``."""
