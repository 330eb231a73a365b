"""What to generate: the configuration file and the command line."""
