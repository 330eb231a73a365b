"""From the description to the intermediate model.

And from there to names and layout.
"""
