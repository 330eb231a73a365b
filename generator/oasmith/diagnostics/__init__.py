"""What is said to the user about a description: codes, collecting, showing."""

from .codes import CODES, Code
from .model import Diagnostic, Effect, Report, Severity

__all__ = ["CODES", "Code", "Diagnostic", "Effect", "Report", "Severity"]
