"""The runtime, against real parts."""
