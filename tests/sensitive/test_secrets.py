"""Keys, tokens and passwords by their form; masked ones and words about them are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.sensitive.secrets import find_secrets


@pytest.mark.parametrize(
    "text",
    [
        "sk-ant-api03-abcdefghijkl", "sk-proj-ABCDEFGHIJKLMNOP1234", "sk-1234567890abcdef1234567890abcdef",
        "AKIAIOSFODNN7EXAMPLE", "hf_AbCdEfGhIjKlMnOpQrSt", "AIza" + "x1" * 18, "ghp_" + "a1" * 18, "glpat-" + "a1" * 10,
        "xoxb-1234567890-abcdefghij", "sk_live_abcdefghij1234", "npm_" + "a1" * 18, "dapi" + "0a" * 16,
        "gsk_" + "a1" * 15, "AccountKey=" + "Ab1/" * 10 + "==", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefg",
        "Authorization: Bearer abcdefghijklmnop123456", "password: hunter2secret", "password=S3cr3t!x",
        'API_KEY="abcd1234efgh5678"', "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY",
        "-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN OPENSSH PRIVATE KEY-----", "パスワード：abc12345xyz",
        "postgres://app:hunter2@db.example.com/x", "mongodb+srv://admin:p4ssw0rd@cluster0.mongodb.net",
        "redis://:s3cr3tpw@cache:6379",
    ],
)  # fmt: skip
def test_secrets(text: str) -> None:
    found = list(find_secrets(f"before {text} after"))
    assert len(found) == 1
    assert text.find(f"before {text} after"[found[0].start : found[0].end]) >= 0


@pytest.mark.parametrize(
    "text",
    [
        "the password: was rotated", "token: 4096 tokens", "secret = os.environ['X']", "password: ********",
        "passwd: ${DB_PASSWORD}", "sk-learn-based approach", "risk-assessment-of-the-whole-thing", "https://user@host/",
        "https://example.com:8080/a@b", "password: <redacted>", "the API key: rotated", "sha256: " + "0a" * 32,
        "Bearer of bad news", "task-sk-abcdefghijklmnopq", "api_key: YOUR_API_KEY", "token budget: 12,000",
    ],
)  # fmt: skip
def test_no_secrets(text: str) -> None:
    assert list(find_secrets(text)) == []


@given(st.text(max_size=400))
def test_every_find_is_a_stretch_of_the_text(text: str) -> None:
    for found in find_secrets(text):
        assert 0 <= found.start < found.end <= len(text)


def test_long_texts_take_no_longer_than_their_length() -> None:
    for word in ("a", "sk-", "eyJ", "a://", "password", "bearer ", "-----BEGIN ", "a:"):
        text = word * (200_000 // len(word))
        begun = time.perf_counter()
        list(find_secrets(text))
        assert time.perf_counter() - begun < 20, word
