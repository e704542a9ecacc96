"""Twelve invented texts of an older archive, each with the factor that a person would accept for it."""

from __future__ import annotations

from pathlib import Path

ROLLOUT, GROUPS, DRIFT = "deploy-no-staged-rollout", "eval-no-subgroup-tests", "data-drift"
TEXTS = (
    ("2018-02-01", "Sizes were guessed for everybody at once", ROLLOUT,
     "The new size model was pushed to all shops at once. No staged rollout held it back."),
    ("2018-06-11", "A new voice answered every call", ROLLOUT,
     "The voice went to all callers in one step, without a canary or a staged rollout that could be halted."),
    ("2018-09-20", "Rural orders were refused more often", GROUPS,
     "The fraud model refused rural orders. No test compared the results of groups before it was released."),
    ("2019-01-14", "Returns were expected that never came", DRIFT,
     "The inputs had drifted since the training data was collected, and nobody looked at the distribution."),
    ("2019-03-02", "Older customers waited longer", GROUPS,
     "The queue ranked older customers lower. Its evaluation gave an average and no subgroup by itself."),
    ("2019-07-23", "Stock forecasts missed the heat", DRIFT,
     "The season was unlike the training data. The data had drifted, and the forecast was not retrained."),
    ("2020-02-19", "A ranking change reached all pages", ROLLOUT,
     "The ranking was switched on for everybody at once; there was no staged rollout and no way to halt it."),
    ("2020-05-05", "Demand moved within a week", DRIFT,
     "What people bought moved within a week. The inputs drifted away from the records that the model had learned."),
    ("2020-10-30", "Names with accents were not matched", GROUPS,
     "Names with accents failed. The test set held no such group, and results were not compared by subgroup."),
    ("2021-04-08", "A prompt was changed for all tenants", ROLLOUT,
     "The prompt was changed for all tenants at once, since it was not part of the staged rollout."),
    ("2021-08-17", "Delivery times drifted apart", DRIFT,
     "Roads had changed. The data had drifted since training, and no monitor watched the distribution of inputs."),
    ("2022-01-26", "A small language got worse answers", GROUPS,
     "Answers in a small language were wrong more often. The release test compared no groups of languages."),
)  # fmt: skip


def write_older(folder: Path) -> Path:
    """The archive on the disk."""
    folder.mkdir(parents=True)
    for day, title, _, text in TEXTS:
        name = title.lower().replace(" ", "-")
        (folder / f"{day}-{name}.md").write_text(f"---\nproduct: shop-model\n---\n\n# {title}\n\n{text}\n")
    return folder
