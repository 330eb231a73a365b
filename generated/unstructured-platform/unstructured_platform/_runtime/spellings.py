"""How texts spell characters: in addresses, forms, JSON, HTML and programs."""

from __future__ import annotations

import json
import re

__all__ = ["spelled"]

_PLAIN = re.compile(r"[A-Za-z0-9_.-]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


def spelled(char: str) -> str:
    """A pattern for all the ways in which a text may spell a character."""
    if _PLAIN.fullmatch(char):
        return re.escape(char)
    octets = char.encode("utf-8", "surrogatepass")
    wide = char.encode("utf-16-be", "surrogatepass")
    units = [
        int.from_bytes(wide[place : place + 2]) for place in range(0, len(wide), 2)
    ]
    ways = {
        char,
        octets.decode("latin-1"),  # as servers read headers that are in UTF-8
        json.dumps(char, ensure_ascii=False)[1:-1],
        f"&#{ord(char)};",
    }
    for digit in "xX":  # the two cases of hexadecimal digits
        ways.add("".join(f"%{octet:02{digit}}" for octet in octets))
        ways.add("".join(f"\\u{unit:04{digit}}" for unit in units))
        ways.add("".join(f"\\u{octet:04{digit}}" for octet in octets))
        ways.add("".join(f"\\x{octet:02{digit}}" for octet in octets))
        ways.add(f"&#x{ord(char):{digit}};")
        ways.add(f"\\x{ord(char):02{digit}}")
    if char in "'\"/\\":
        ways.add(f"\\{char}")
    if char == " ":
        ways.add("+")
    if char in _NAMED:
        ways.update((_NAMED[char], f"&#{ord(char):03};"))
    return f"(?:{'|'.join(map(re.escape, sorted(ways, key=len, reverse=True)))})"
