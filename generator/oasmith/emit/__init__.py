"""From views to files: rendering, formatting, proof, writing, the record of a run."""
