# The few commands a person types. Everything they need is installed into .venv, in a fresh clone and again in a used one.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE_STAMP := $(VENV)/.site-installed
TEST_STAMP := $(VENV)/.test-installed
TOOLS := .tools
PROMPTFOO := 0.120.27
INSPECT := 0.3.285
UV := 0.13.9
UV_STAMP := $(TOOLS)/.uv-$(UV)
PROMPTFOO_STAMP := $(TOOLS)/.promptfoo-$(PROMPTFOO)
INSPECT_STAMP := $(TOOLS)/.inspect-$(INSPECT)
# A native part is compiled with the headers that came with Node, where they came, and nothing is downloaded for it.
NODE_HEADERS = $(if $(wildcard /usr/include/node/node.h),npm_config_nodedir=/usr)

# Material prints a notice about MkDocs 2 at every build; it is known here.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A file of tests stays together, so that the sites it builds are built once.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: site serve check test test-all lint bench golden lock clean help

help:
	@echo "make site      install what the site needs, check every report and build the example site"
	@echo "make serve     build it and show it at http://127.0.0.1:8000 while writing"
	@echo "make check     check every report"
	@echo "make test      install what the tests need and run everything"
	@echo "make test-all  the same and what is heavy"
	@echo "make bench     measure what is claimed: related reports, the wording rules, and a build of 1,000 reports"
	@echo "make lock      take the newest versions that fit into the lock that init writes, with their digests"
	@echo "make golden    write the golden files anew; read the difference before committing"

site: $(SITE_STAMP)
	$(BIN)/afterword check
	$(BIN)/mkdocs build --strict
	@echo
	@echo "The site is in site/. To read it:"
	@echo "  $(BIN)/python -m http.server --directory site 8000"
	@echo "and open http://127.0.0.1:8000 in a browser. 'make serve' shows it while writing."

serve: $(SITE_STAMP)
	$(BIN)/mkdocs serve

check: $(SITE_STAMP)
	$(BIN)/afterword check

test: $(TEST_STAMP) chromium lint
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m "not heavy"

test-all: $(TEST_STAMP) chromium lint tools
	HYPOTHESIS_PROFILE=heavy $(BIN)/python -m pytest $(SIDE_BY_SIDE)

lint: $(TEST_STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(TEST_STAMP)
	$(BIN)/python -m benchmarks.related
	$(BIN)/python -m benchmarks.related --speed 1000
	$(BIN)/python -m benchmarks.suggestions
	$(BIN)/python -m benchmarks.wording_quality
	$(BIN)/python -m benchmarks.wording
	$(BIN)/python -m benchmarks.build

golden: $(TEST_STAMP)
	$(BIN)/python -m pytest -q --update-golden -m "not heavy and not browser"
	git --no-pager diff --stat

# What the package needs, and what builds it where it is installed from git, for every system and Python that it runs on.
LOCK := plugins/afterword/commands/scaffold/templates/requirements.lock
lock: $(UV_STAMP)
	$(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' > $(TOOLS)/build.in
	$(TOOLS)/uv/bin/uv pip compile pyproject.toml $(TOOLS)/build.in --quiet --upgrade --extra mkdocs --universal \
		--python-version 3.11 --generate-hashes --no-header --no-annotate --output-file $(TOOLS)/locked.txt
	{ sed -n '/^#/!q;p' $(LOCK); cat $(TOOLS)/locked.txt; } > $(TOOLS)/requirements.lock
	mv $(TOOLS)/requirements.lock $(LOCK)
	git --no-pager diff --stat

$(UV_STAMP):
	rm -rf $(TOOLS)/uv && mkdir -p $(TOOLS)
	$(PYTHON) -m venv $(TOOLS)/uv
	$(TOOLS)/uv/bin/python -m pip install -q "uv==$(UV)"
	@touch $@

# What eval cases are exported for, run for real by `make test-all`: promptfoo with Node, Inspect AI in a venv of its own.
.PHONY: tools
tools: $(PROMPTFOO_STAMP) $(INSPECT_STAMP)

$(PROMPTFOO_STAMP):
	@command -v npm >/dev/null || { \
		[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nodejs npm; } || \
		{ echo "The tests of exports need Node 20.20 or newer with npm: install it and run this again."; exit 1; }
	rm -rf $(TOOLS)/promptfoo && mkdir -p $(TOOLS)/promptfoo
	echo '{"private": true}' > $(TOOLS)/promptfoo/package.json
	cd $(TOOLS)/promptfoo && npm install --silent --omit=optional --ignore-scripts --no-audit --no-fund promptfoo@$(PROMPTFOO)
	cd $(TOOLS)/promptfoo && $(NODE_HEADERS) npm rebuild --silent better-sqlite3
	@touch $@

$(INSPECT_STAMP):
	rm -rf $(TOOLS)/inspect && mkdir -p $(TOOLS)
	$(PYTHON) -m venv $(TOOLS)/inspect
	$(TOOLS)/inspect/bin/python -m pip install -q "inspect-ai==$(INSPECT)"
	@touch $@

# The tests look at pages in a real browser. Debian's own Chromium is installed where that is possible.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	else \
		echo "The browser tests need Chromium: install Debian's package 'chromium' and run this again."; exit 1; \
	fi

clean:
	rm -rf site dist build $(VENV) $(TOOLS)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade "pip>=25.1"

$(SITE_STAMP): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install -q -e ".[mkdocs]"
	@touch $@

$(TEST_STAMP): $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install -q -e ".[mkdocs]" --group test
	@touch $(SITE_STAMP) $@
