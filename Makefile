# make site   set everything up, sync, check and build the shipped catalogue's site
# make serve  the same site with live reload
# make test   set up and run every test, the browser ones included
# make lint   format, lint, types, floors
# make bench  the figures of docs/benchmarks.md
# make messages  collect and compile the tool's own words

PYTHON ?= $(shell sh tools/find-python.sh)
VENV ?= .venv
BIN := $(VENV)/bin
I18NKIT := $(BIN)/i18nkit

.PHONY: site serve test lint format bench messages clean

site: $(VENV)/.ready
	$(I18NKIT) sync
	$(I18NKIT) status --limit 10
	$(I18NKIT) check
	$(I18NKIT) build
	@echo
	@echo "The site lies in site/. To look at it: make serve, or"
	@echo "  $(BIN)/python -m http.server --directory site 8000"
	@echo "and open http://127.0.0.1:8000/"

serve: $(VENV)/.ready
	$(I18NKIT) serve

test: $(VENV)/.ready-dev
	sh tools/ensure-browser.sh $(BIN)/python
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.ready-dev
	$(BIN)/ruff format --check src tests tools bench
	$(BIN)/ruff check src tests tools bench
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports

format: $(VENV)/.ready-dev
	$(BIN)/ruff format src tests tools bench
	$(BIN)/ruff check --fix src tests tools bench

bench: $(VENV)/.ready-bench
	$(BIN)/python -m bench $(BENCH_ARGS)
	$(BIN)/python -m bench.conversion_quality

messages: $(VENV)/.ready-dev
	$(BIN)/python tools/messages.py

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

$(VENV)/.ready-bench: $(VENV)/.ready-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]'
	@touch $@

clean:
	rm -rf $(VENV) site build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
