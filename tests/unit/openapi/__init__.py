"""Tests of ``oasmith.openapi``."""
