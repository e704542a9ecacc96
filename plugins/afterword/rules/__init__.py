"""The list of rules. Nothing is found by magic: a rule that is not listed here does not run."""

from collections.abc import Mapping

from afterword.rules.fields import (
    aw101_unreadable_file,
    aw102_front_matter_fence,
    aw103_invalid_yaml,
    aw104_yaml_feature,
    aw105_duplicate_key,
    aw106_over_limit,
    aw110_unknown_key,
    aw111_wrong_type,
    aw112_retyped_value,
    aw113_unknown_choice,
    aw114_impossible_date,
    aw115_incomplete_entry,
    aw130_missing_field,
    aw131_missing_section,
)
from afterword.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    aw101_unreadable_file.RULE,
    aw102_front_matter_fence.RULE,
    aw103_invalid_yaml.RULE,
    aw104_yaml_feature.RULE,
    aw105_duplicate_key.RULE,
    aw106_over_limit.RULE,
    aw110_unknown_key.RULE,
    aw111_wrong_type.RULE,
    aw112_retyped_value.RULE,
    aw113_unknown_choice.RULE,
    aw114_impossible_date.RULE,
    aw115_incomplete_entry.RULE,
    aw130_missing_field.RULE,
    aw131_missing_section.RULE,
)
"""Every rule, by code."""

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
