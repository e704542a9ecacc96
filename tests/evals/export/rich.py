"""A collection with every type of check on outputs that pass and that do not, and with texts that tools take amiss."""

from __future__ import annotations

import hashlib
from typing import Any

from afterword.evals.export.one_line import one_line
from afterword.model.collection import AudienceView, Collection
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.settings import Limits, Settings
from afterword.read.report import read_report
from afterword.read.vocabulary import shipped_vocabulary

CHECKS, HOSTILE, TOGETHER, TOOLS, DATA = (
    "2026-01-01-every-check",
    "2026-01-02-hostile-texts",
    "2026-01-03-together",
    "2026-01-04-tools",
    "2026-01-05-data",
)

TEXTS = (
    "{{7*7}}", "{{ env.HOME }}", "{{env.PATH | upper}}", "{{ env['HOME'] }}", "{{input}}", "{{messages}}", "{{", "}}", "{{{{", "{{ x",
    "{% raw %}", "{% endraw %}", "{%- endraw -%}", "{%endraw%}", "{% raw %}{{ x }}{% endraw %}{% endraw %}", "{% if x %}", "{%",
    "%}", "{# a comment #}", "{#", "#}", '{{ "{" }}', "{% for x in [1] %}{{ x }}{% endfor %}", "{", "}", "a { b } c", '{"a": {"b": {}}}',
    "file:///etc/hostname", "file://cases.yaml", "file://checks.cjs", "package:fs:x", "javascript: 1", "python: 1", "https://example.com/{{x}}",
    "first line\nsecond line\n\nfourth line", "carriage\rreturn", "tab\there", "two  blanks   three", "' and \" and ` and \\", "\\n \\u007b \\\\",
    "emoji 😀 👩‍👩‍👧 🇩🇪", "é and é", "日本語のテキスト", "نص عربي", "line \u2028 and paragraph \u2029", "next line \x85 here", "no-break\xa0blank",
    "mark \ufeff within", "zero\u200bwidth", "right\u202eleft", "soft\xadhyphen", "bell \x07 and \x1b[31mred",
    "012", "0o14", "0x1F", "1e3", "1_000", ".inf", "-.5", "yes", "no", "on", "null", "~", "true", "=", "<<", "2026-11-30", "12:30:45",
    "!tag", "!!python/object:os.system x", "&anchor", "*alias", "- item", "key: value", "# no comment", "? key", "| text", "> text", "%YAML 1.2",
    "@at", "`code`", "[list]", "$ref", "#/definitions/x", "${HOME} $(id) `id`", "<script>alert(1)</script>", "--- x", "...", "\U0010ffff",
)  # fmt: skip
"""Texts that some reader on the way takes for its own; none begins or ends with a blank, which reports do not keep."""

OUTPUTS = (
    "GOOD", "good", "Good morning", " a good one ", "bad", "", "ß", "SS", "ss", "İstanbul", "i̇stanbul", "ŉot", "'not", "ΑΣ", "ας", "ΟΔΟΣ οδος",
    "Kelvin K", "kelvin k", "SAVE25", "SAVE5", "12 days", "١٢ days", "a\nb", "a\n", "line\nGOOD\nline", "x\x0by", "one two three", "one\x1ctwo\x85three four",
    "one\ufefftwo", "{}", "[]", '{"a": 1}', '{"a": 1.0}', '{"a": true}', '{"a": "x", "b": [1, 2, 2]}', '{"a": "SAVE25", "b": [1, 2]}', "[1, 2, 3]", "3", "3.0", "-0.5",
    "true", "null", '"text"', "NaN", "Infinity", "[1,]", '{"a":1} x', " [1] ", "\xa0[1]", "\ufeff[1]", '"\\ud83d\\ude00"', '"\\ud800"', "1e400", "{{7*7}}", "file:///etc/hostname",
    "😀", "x😀y", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "foo_bar", "foo bar", "[[1], [1]]", "[1, 1.0]", "[true, 1]", '{"c": {"c": {"c": 3}}}', "toString", "constructor",
)  # fmt: skip

SCHEMAS: tuple[Any, ...] = (
    {"type": "object"},
    {"type": ["string", "null"]},
    {"type": "integer"},
    {"type": "number", "multipleOf": 0.5, "maximum": 3},
    {"type": "array", "uniqueItems": True},
    {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2},
    {"type": "array", "prefixItems": [{"const": 1}], "items": {"minimum": 2}, "contains": {"const": 3}, "minContains": 0},
    {"contains": {"type": "integer"}, "maxContains": 2},
    {"properties": {"a": {"type": "string", "pattern": "^SAVE(15|20|25)$"}}, "required": ["a"]},
    {"properties": {"a": True}, "additionalProperties": False},
    {"properties": {"a": {"enum": [1, "x"]}}, "propertyNames": {"maxLength": 1}, "minProperties": 1},
    {"type": "string", "minLength": 1, "maxLength": 4},
    {"anyOf": [{"type": "string"}, {"minimum": 3}], "not": {"const": "text"}},
    {"oneOf": [{"type": "number"}, {"type": "integer"}, {"type": "null"}]},
    {"if": {"type": "object"}, "then": {"required": ["a"]}, "else": {"type": "array"}},
    {"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"b": {"maxProperties": 2}}},
    {"$ref": "#/$defs/node", "$defs": {"node": {"type": ["object", "integer"], "properties": {"c": {"$ref": "#/$defs/node"}}}}},
    {"allOf": [{"exclusiveMinimum": 1}, {"exclusiveMaximum": 4}]},
    {"const": {"a": 1}},
    False,
)  # fmt: skip

ONE_EACH: tuple[dict[str, Any], ...] = (
    *({"type": kind, "value": value} for kind in ("contains", "not_contains") for value in ("GOOD", "{{7*7}}", "😀", "a\nb", "file:///etc/hostname")),
    *({"type": "contains", "value": value, "ignore_case": True} for value in ("good", "STRASSE", "ss", "İ", "ŉ", "ας", "K")),
    {"type": "not_contains", "value": "SS", "ignore_case": True},
    *({"type": kind, "value": value} for kind in ("regex", "not_regex") for value in (
        "SAVE(15|20|25)", "^GOOD$", "(?m)^GOOD$", "(?i)good", r"\d+ days", r"\pN+ days", r"\bgood\b", r"a\z", "a$", "(a|a)*b$", "(a+)+$", r"^\S+$", r"[[:upper:]]{2}",
        r"(?P<code>SAVE\d)", "(?s)a.b", "a.b", r"\x{1F600}", "^.$", "^$", r"\Q{{7*7}}\E", r"(?i)\x{212A}", "[^a-z]{3,}", r"\w+_\w+", "(?i)σ", r"\B", r"é",
    )),
    {"type": "regex", "value": "STRASSE|good", "ignore_case": True},
    *({"type": "equals", "value": value} for value in ("GOOD", 3, 3.0, -0.5, True, "a good one", "{}", "one", "[1]")),
    {"type": "equals", "value": "SS", "ignore_case": True},
    {"type": "is_json"},
    *({"type": "json_schema", "value": schema} for schema in SCHEMAS if isinstance(schema, dict)),
    *({"type": "max_words", "value": count} for count in (0, 1, 2, 3)),
)  # fmt: skip

CALLS: tuple[Any, ...] = (
    "no call",
    {"tool_calls": [{"name": "refund"}]},
    {"text": "done", "tool_calls": [{"name": "refund", "arguments": {"order": "4711", "amount": 20}}]},
    {"tool_calls": [{"name": "ask"}, {"name": "refund", "arguments": {"order": 4711, "amount": 20.0, "deep": {"b": [1, True], "a": None}}}]},
    {"tool_calls": [{"name": "refund", "arguments": {"amount": True, "note": "{{7*7}} file:///x"}}]},
    {"text": "{{7*7}}", "tool_calls": [{"name": "refund", "arguments": {"deep": {"a": None, "b": [1.0, True]}, "amount": "20"}}]},
)  # fmt: skip
TOOL_CHECKS: tuple[dict[str, Any], ...] = tuple(
    {"type": kind, "value": name, **({"arguments": arguments} if arguments else {})}
    for kind in ("tool_called", "tool_not_called")
    for name, arguments in (
        ("refund", {}), ("ask", {}), ("refund", {"order": "4711"}), ("refund", {"order": 4711}), ("refund", {"amount": 20}), ("refund", {"amount": 20.0}),
        ("refund", {"amount": True}), ("refund", {"amount": "20"}), ("refund", {"deep": {"a": None, "b": [1, True]}}), ("refund", {"note": "{{7*7}} file:///x"}),
    )
)  # fmt: skip

ROWS = "group,was,again,is,truth,before,age,age_was\n" + "\n".join(
    f"{'AB'[n % 2] if n % 11 else ''},{'yes' if n % 3 else 'no'},{('yes' if n % 3 == 1 else 'no') if n % 13 else ''},{'yes' if n % 4 else 'no'},"
    f"{'yes' if n % 5 else 'no' if n % 7 else ''},{'yes' if n % 6 else 'no'},{n * 1.5},{n + 7}e0"
    for n in range(120)
)
ROW_CHECKS: tuple[dict[str, Any], ...] = (
    {"type": "rate", "label": "yes", "at_least": 0.6, "at_most": 0.7},
    {"type": "rate", "label": "yes", "at_least": 0.74},
    {"type": "slice_gap", "by": "group", "label": "yes", "value": 0.2},
    {"type": "slice_gap", "by": "group", "metric": "accuracy", "value": 0.05},
    {"type": "slice_gap", "by": "group", "metric": "f1", "label": "no", "value": 0.1},
    *({"type": "metric_min", "metric": metric, "label": "yes", "value": 0.7} for metric in ("precision", "recall", "f1")),
    {"type": "metric_min", "metric": "accuracy", "value": 0.6},
    {"type": "metric_min", "metric": "recall", "label": "maybe", "value": 0},
    {"type": "psi", "baseline": "before", "value": 0.05},
    {"type": "psi", "baseline": "age", "value": 0.25},
)  # fmt: skip


def case(title: str, **fields: Any) -> dict[str, Any]:
    return {"title": title, "kind": "regression", "status": "committed", **fields}


def report(name: str, cases: list[dict[str, Any]], **fields: Any) -> Report:
    front = {
        "title": "A report with eval cases",
        "lifecycle": "published",
        "audience": "company",
        "system": {"name": "shop-assistant"},
        "contributing_factors": [{"factor": "data-poisoned"}],
        "eval_cases": cases,
        **fields,
    }
    text = f"---\n{one_line(front)}\n---\n"
    found = read_report(
        text.encode(),
        path=f"{name}.md",
        place=f"reports/2026/{name}.md",
        settings=Settings(limits=Limits(front_matter_bytes=5_000_000, front_matter_depth=20)),
    )
    assert [(problem.message, problem.span) for problem in found.problems] == [], found.problems
    return found


def view(*reports: Report, audience: str = "company", rows: str = "", access: str = "company") -> AudienceView:
    files = {}
    if rows:
        content = rows.encode()
        uri = f"evidence/{DATA}/rows.csv"
        files[uri] = EvidenceFile(uri, uri, len(content), hashlib.sha256(content).hexdigest(), "text", content=content)
    found = Collection(reports=reports, vocabulary=shipped_vocabulary(), evidence_files=files)
    return found.for_audience(audience)


def prompt_case(
    text: str, checks: list[dict[str, Any]], recorded: list[Any], reference: Any, **more: Any
) -> dict[str, Any]:
    return case(
        "It holds", input={"prompt": text}, checks=checks, recorded_outputs=recorded, reference_output=reference, **more
    )


def every_check(step: int = 1) -> Report:
    """Each check on every output, or on each `step`th, another for each check."""
    outputs = [text for text in OUTPUTS if text.strip()]
    return report(
        CHECKS,
        [prompt_case("Hello", [check], outputs[place % step :: step], "GOOD") for place, check in enumerate(ONE_EACH)],
    )


def hostile() -> Report:
    """Each text as every part of a case: what is put in, looked for, recorded; in conversations and variants too."""
    conversation = [
        {"role": role, "content": text, **({"name": "look_up"} if role == "tool" else {})}
        for role, text in zip(("system", "developer", "user", "assistant", "tool", "user") * 20, TEXTS, strict=False)
    ]
    single = [
        prompt_case(
            text,
            [{"type": "contains", "value": text}, {"type": "rubric", "value": text}],
            ["GOOD", text],
            f"so {text} it is",
        )
        for text in TEXTS
    ]
    several = case(
        "Variants",
        input={"messages": [*conversation, {"role": "user", "content": "{{who}} and {{other}}"}]},
        variants=[
            {"name": f"{place}", "vars": {"who": text}, "recorded_outputs": [text]} for place, text in enumerate(TEXTS)
        ],
        checks=[{"type": "not_contains", "value": "{{who}}"}, {"type": "max_words", "value": 3}],
        reference_output="none",
        trials=2,
    )
    named = [name for name in TEXTS if not name.startswith("file://")]
    names = case(
        "Names of variants",
        input={"prompt": "Hello"},
        variants=[{"name": name, "recorded_outputs": ["bad"]} for name in named],
        checks=[{"type": "equals", "value": "GOOD"}],
        reference_output="GOOD",
    )
    typed = case(
        "Typed data",
        input={"data": {"texts": list(TEXTS), "{{key}}": 1}},
        checks=[{"type": "json_schema", "value": {"const": {"a": list(TEXTS)}}}],
        recorded_outputs=["bad", one_line({"a": list(TEXTS)})],
        reference_output=one_line({"a": list(TEXTS)}),
    )
    return report(HOSTILE, [*single, several, names, typed, transcript()])


def without_rubrics(found: Report) -> Report:
    """The same cases without what a model would have to judge."""
    cases = found.front.eval_cases
    kept = [each.model_copy(update={"checks": tuple(c for c in each.checks if c.type != "rubric")}) for each in cases]
    return found.with_fields(eval_cases=tuple(kept))


def together() -> Report:
    def variants(*runs: list[Any]) -> list[dict[str, Any]]:
        return [
            {"name": f"area-{place}", "vars": {"area": place}, "recorded_outputs": outputs}
            for place, outputs in enumerate(runs)
        ]

    asked = {"prompt": "I live in {{area}}."}
    same: dict[str, Any] = {"type": "same_across_variants"}
    call = {"text": " a  b", "tool_calls": [{"name": "f", "arguments": {"x": 1, "y": 2.0}}]}
    other = {"text": "a b", "tool_calls": [{"name": "f", "arguments": {"y": 2, "x": 1.0}}]}
    return report(
        TOGETHER,
        [
            case(
                "Same",
                input=asked,
                variants=variants(["a", "b ", "c"], ["a", "b", "x"]),
                checks=[same],
                reference_output="r",
                trials=3,
                pass_at_least=2,
            ),
            case(
                "Case",
                input=asked,
                variants=variants(["Straße", "A"], ["STRASSE", "b"]),
                checks=[{**same, "ignore_case": True}],
                reference_output="r",
            ),
            case(
                "Calls",
                input=asked,
                variants=variants([call, call], [other, "a b"]),
                checks=[same, {"type": "tool_called", "value": "f"}],
                reference_output=call,
                trials=2,
            ),
            case(
                "Lonely",
                input=asked,
                variants=variants(["a", "b"], ["a"]),
                checks=[same, {"type": "contains", "value": "a"}],
                reference_output="a",
            ),
            case(
                "Filled",
                input=asked,
                variants=variants(["0"], ["1"]),
                checks=[same, {"type": "contains", "value": "{{area}}"}],
                reference_output="{{area}}",
            ),
        ],
    )


def transcript() -> dict[str, Any]:
    """A conversation in which tools were called before the answer, with each text as a name, an argument and a result."""
    turns: list[dict[str, Any]] = [{"role": "user", "content": "Where is {{order}}?"}]
    for place, text in enumerate(TEXTS):
        called = {"name": text, "arguments": {"text": text, "key": {text: [text, place, None, True]}}}
        said = ({}, {"content": ""}, {"content": text})[place % 3]
        turns += [
            {"role": "assistant", **said, "tool_calls": [{"name": "ask"}, called]},
            {"role": "tool", "name": text, "content": text},
            {"role": "tool", "content": "yes"},
        ]
    turns.append({"role": "assistant", "tool_calls": [{"name": "look_up", "arguments": {"order": "{{order}}"}}]})
    turns.append({"role": "tool", "name": "look_up", "content": "{{order}} is delayed"})
    return case(
        "What the tool gave is told",
        kind="tool-use",
        input={"messages": turns},
        variants=[
            {"name": order, "vars": {"order": order}, "recorded_outputs": ["It arrives today.", call]}
            for order, call in (("4711", CALLS[2]), ("{{7*7}}", "{{7*7}}"))
        ],
        checks=[{"type": "contains", "value": "delayed"}, {"type": "tool_not_called", "value": "refund"}],
        reference_output={"text": "{{order}} is delayed", "tool_calls": [{"name": "ask"}]},
    )


def tools() -> Report:
    cases = [prompt_case("Do it", [check], list(CALLS), CALLS[2]) for check in TOOL_CHECKS]
    return report(TOOLS, [*cases, transcript()])


def data() -> Report:
    evidence = [
        {
            "kind": "data-payload",
            "title": "Rows",
            "uri": f"evidence/{DATA}/rows.csv",
            "sha256": hashlib.sha256(ROWS.encode()).hexdigest(),
        }
    ]

    def of(check: dict[str, Any]) -> dict[str, Any]:
        columns = ["was", "again"] if check.get("baseline") != "age" else ["age_was"]
        asked = {
            "evidence": "EV-1",
            "recorded": columns,
            "reference": "is" if len(columns) > 1 else "age",
            "truth": "truth",
        }
        return case("Data", kind="data", input={"data": asked}, checks=[check], blocking=True)

    return report(DATA, [of(check) for check in ROW_CHECKS], evidence=evidence)


def rich_view(step: int = 1) -> AudienceView:
    return view(every_check(step), hostile(), together(), tools(), data(), rows=ROWS)
