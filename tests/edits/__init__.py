"""Random edits of descriptions: a run over what was left against one from nothing."""
