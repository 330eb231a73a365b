"""The JSON-Schema-Test-Suite, held against generated packages."""
