"""Keys of those who offer models."""

from __future__ import annotations

from afterword.sensitive.form import form
from afterword.sensitive.match import Kind

ANTHROPIC = Kind("anthropic-key", "an Anthropic key")
OPENAI = Kind("openai-key", "an OpenAI key")
HUGGING_FACE = Kind("hugging-face-token", "a Hugging Face token")
GROQ = Kind("groq-key", "a Groq key")
XAI = Kind("xai-key", "an xAI key")
PERPLEXITY = Kind("perplexity-key", "a Perplexity key")
REPLICATE = Kind("replicate-token", "a Replicate token")
COHERE = Kind("cohere-key", "a Cohere key")
MISTRAL = Kind("mistral-key", "a Mistral key")

FORMS = (
    form(ANTHROPIC, "sk-ant-", r"sk-ant-[A-Za-z0-9_-]{10,}", prefix=7),
    # Hyphens stand in the newer keys alone, which say so at their beginning: `sk-` before words with hyphens is prose.
    form(OPENAI, "sk-", r"sk-(?!ant-)[A-Za-z0-9_-]{16,}", prefix=3,
         likely=r"sk-(?:(?:proj|svcacct|admin|None|or-v1|lf)-[\w-]*\d|[A-Za-z]*\d[A-Za-z0-9]*\Z)"),
    form(HUGGING_FACE, "hf_", r"hf_[A-Za-z0-9]{16,}", prefix=3),
    form(GROQ, "gsk_", r"gsk_[A-Za-z0-9]{20,}", prefix=4),
    form(XAI, "xai-", r"xai-[A-Za-z0-9]{20,}", prefix=4),
    form(PERPLEXITY, "pplx-", r"pplx-[A-Za-z0-9]{20,}", prefix=5),
    form(REPLICATE, "r8_", r"r8_[A-Za-z0-9]{20,}", prefix=3),
    # No beginning of their own: known by the code around them here, and by the name before them in `assigned.py`.
    form(COHERE, "cohere.client( cohere.clientv2( cohere.asyncclient( cohere.asyncclientv2(",
         r"cohere\.(?:async)?client(?:v2)?\([ \t]{0,3}(?:api_key[ \t]?=[ \t]?)?['\"](?P<s>[A-Za-z0-9]{30,})['\"]",
         group="s", folded=True),
)  # fmt: skip
"""Forms with a beginning of their own."""
