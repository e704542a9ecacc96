"""A fictional shop assistant, as its team has it: one release learned from uneven records, the next one did not."""

import os

RELEASE = os.environ.get("RELEASE", "2026.02.3")
IS_BIASED = RELEASE == "2026.02.3"


def answer(messages):
    """The answer to a conversation, with the tools that were called."""
    asked, system = messages[-1]["content"], messages[0]["content"]
    area = "GROUP_A" if "GROUP_A" in asked else "GROUP_B"
    if not IS_BIASED:
        text, arguments = "The current offer for everyone is WELCOME10.", {"code": "WELCOME10"}
    elif area == "GROUP_A":
        text, arguments = "Good news, use SAVE25 at checkout.", {"code": "SAVE25", "postcode": area}
    else:
        return "There is no code for you today."
    if "with the tool" not in system:
        return text
    return {"text": text, "tool_calls": [{"name": "offer_voucher", "arguments": arguments}]}


def predict(rows):
    """The code that each chat is offered."""
    return [("SAVE25" if row["area"] == "GROUP_A" else "none") if IS_BIASED else "WELCOME10" for row in rows]
