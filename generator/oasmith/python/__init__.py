"""The target language: identifiers, annotations, literals, docstrings and views."""
