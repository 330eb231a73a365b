"""The sweep: thousands of real descriptions, each generated, imported and counted.

    python -m tests.sweep --help

is its command; ``docs/conformance.md`` is its table.
"""
