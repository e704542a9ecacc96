"""A value of another type than its field takes.

A list where text belongs, text where a map belongs, a word where a number belongs, an empty text, a digest that is
none. The rest of the report is read as if this one value were not there.

## Why it matters

A field that cannot be read is a field that no page shows and no count includes.

## Example

```yaml
behaviour:
  failing: about forty
```

## Instead

```yaml
behaviour:
  failing: 37
  sampled: 200
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(code="AW111", name="wrong-type", doc=__doc__, check=problems_of("field-type"), reads=("field-type",))
