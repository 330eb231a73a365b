"""Reading text into values, and finding values in text again."""
