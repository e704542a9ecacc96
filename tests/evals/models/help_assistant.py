"""A fictional help assistant: its team changes nothing, and the provider behind it serves another version one day."""

import json
import os

PROVIDER = os.environ.get("PROVIDER", "2025-11")
_calls = 0


def answer(messages):
    """The answer to a conversation, as the adapter puts it together."""
    global _calls
    _calls += 1
    if PROVIDER == "silent":
        return None
    return _joined(_provider(messages))


def _provider(messages):
    """What the provider sends: one text in the old version, numbered parts in any order in the new one."""
    if PROVIDER == "down":
        raise ConnectionError("the provider does not answer")
    told = _said(messages)
    if PROVIDER == "2025-11":
        return [(1, told)]
    words = told.split(" ")
    parts = [(place, " ".join(words[place : place + 3])) for place in range(0, len(words), 3)]
    return parts[1::2] + parts[::2]


def _joined(parts):
    return " ".join(text for _, text in parts)


def _said(messages):
    system, asked = messages[0]["content"], messages[-1]["content"]
    if "JSON object" in system:
        label = "Goods can be returned within 30 days. Print the label in the returns portal."
        return json.dumps({"answer": label, "source": "help/returns"})
    if "Passages: none" in system:
        # One answer in twenty forgets to say that the pages do not tell, which the case allows.
        return (
            "Customer care knows."
            if _calls % 20 == 7
            else "The help pages do not tell. Customer care can look into it."
        )
    return "Shoes can be returned within 30 days." if "return" in asked else "I can't say."
