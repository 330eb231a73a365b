"""Tests of ``oasmith.source``."""
