"""Names that are typed as ids and read as words: providers, laws, signals, audiences."""

from __future__ import annotations

import re

from markupsafe import Markup

from afterword.model.choices import Audience
from afterword.pages.escape import escape_text

_PROVIDERS = {
    "anthropic": "Anthropic", "aws.bedrock": "Amazon Bedrock", "azure.ai.inference": "Azure AI",
    "azure.ai.openai": "Azure OpenAI", "cohere": "Cohere", "deepseek": "DeepSeek", "gcp.gemini": "Gemini",
    "gcp.gen_ai": "Google Cloud", "gcp.vertex_ai": "Vertex AI", "groq": "Groq", "ibm": "IBM",
    "ibm.watsonx.ai": "IBM watsonx", "mistral_ai": "Mistral AI", "moonshot_ai": "Moonshot AI", "openai": "OpenAI",
    "perplexity": "Perplexity", "self_hosted": "self-hosted", "self-hosted": "self-hosted", "x_ai": "xAI",
    "xai": "xAI",
}  # fmt: skip
"""The values of `gen_ai.provider.name` in the OpenTelemetry semantic conventions, and two of ours."""
_REGIMES = {
    "gdpr_art33": "GDPR, Article 33",
    "gdpr_art34": "GDPR, Article 34",
    "eu_ai_act_art73": "EU AI Act, Article 73",
    "nis2_art23": "NIS 2, Article 23",
    "dora_art19": "DORA, Article 19",
}
_AUDIENCES: dict[Audience, str] = {"public": "for everyone", "company": "for the company", "restricted": "restricted"}
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_IDENTIFIER = re.compile(r"\S*[_./:()\d]\S*\Z")


def provider_name(name: str) -> str:
    """A provider in words: "openai" gives "OpenAI", "air-canada" gives "Air Canada"; other spellings as they are."""
    if name in _PROVIDERS:
        return _PROVIDERS[name]
    if not _SLUG.match(name):
        return name
    return " ".join(word[:1].upper() + word[1:] for word in re.split("[-_]", name))


def regime_words(regime: str) -> str:
    """A law in words where it is known, else the id; plain text that is not escaped yet."""
    return _REGIMES.get(regime, regime)


def regime_name(regime: str) -> Markup:
    """A law in words where it is known, else the id as code."""
    known = _REGIMES.get(regime)
    return escape_text(known) if known else Markup("<code>{}</code>").format(escape_text(regime))


def signal_name(signal: str) -> Markup:
    """A signal: an id as code, words as words with a capital."""
    if _IDENTIFIER.match(signal):
        return Markup("<code>{}</code>").format(escape_text(signal))
    return escape_text(signal[:1].upper() + signal[1:])


def audience_words(audience: Audience) -> str:
    """Whom a report is for, in words."""
    return _AUDIENCES[audience]
