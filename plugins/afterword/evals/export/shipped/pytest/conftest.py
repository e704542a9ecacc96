"""Which function answers. It is asked through the fixtures `answer` and `predict`."""

import importlib
import importlib.util
import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

OPTIONS = (
    ("target", "module:function that answers a conversation; else AFTERWORD_TARGET, else `answer` in target.py"),
    ("predict", "module:function that predicts rows; else AFTERWORD_PREDICT, else `predict` in target.py"),
    ("selfcheck", "judge what the reports hold instead: `recorded`, `reference` or `all`; else AFTERWORD_SELFCHECK"),
)


def pytest_addoption(parser):
    group = parser.getgroup("afterword", "eval cases of incident reports")
    try:
        for name, told in OPTIONS:
            group.addoption(f"--afterword-{name}", default=None, metavar="NAME", help=told)
    except ValueError:
        raise pytest.UsageError("two exports of eval cases cannot run at once; start pytest for each of them") from None


def pytest_configure(config):
    asked = setting(config, "selfcheck")
    if asked not in ("", "recorded", "reference", "all"):
        raise pytest.UsageError(f"the self-check judges `recorded`, `reference` or `all`, not `{asked}`")


def setting(config, name):
    """What was asked for on the command line or in the environment; empty for neither."""
    return config.getoption(f"--afterword-{name}", default=None) or os.getenv(f"AFTERWORD_{name.upper()}", "")


def pytest_generate_tests(metafunc):
    if "trial" in metafunc.fixturenames:
        from afterword_trials import read_trials

        trials = read_trials(setting(metafunc.config, "selfcheck"))
        metafunc.parametrize("trial", trials, ids=[each["id"] for each in trials])


@pytest.fixture(scope="session")
def answer(pytestconfig):
    """The function that answers a conversation."""
    return _function(setting(pytestconfig, "target"), "answer")


@pytest.fixture(scope="session")
def predict(pytestconfig):
    """The function that gives a prediction for each row."""
    return _function(setting(pytestconfig, "predict"), "predict")


def _function(named, own):
    if not named:
        spec = importlib.util.spec_from_file_location("afterword_target", HERE / "target.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return getattr(module, own)
    path, _, name = named.partition(":")
    # Where pytest was started is where people expect their modules to be found.
    sys.path.append("")
    return getattr(importlib.import_module(path), name or own)
