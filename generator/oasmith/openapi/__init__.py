"""Reading a description: references, upgrading, validation, our own rules."""
