"""A digest to the bytes of one e-mail: its addresses, its headers, its parts, and the guard that reads it again."""
