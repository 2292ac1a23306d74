# Two commands: `make demo` shows the program at work, `make test` checks all of it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint docs clean

# The stamps are files in .venv: what they stand for is done again only when the project changes.
# Byte code is written at once: where Python is told to write none as it runs, as in many
# containers, a command would otherwise take half as long again.
$(VENV)/stamp-run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --constraint constraints.txt hatchling editables
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable .
	$(BIN)/python -m compileall -q kg embeddings queries cli
	touch $@

$(VENV)/stamp-test: $(VENV)/stamp-run
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	touch $@

demo: $(VENV)/stamp-run
	@set -eu; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	export MINUTEBOOK_LIBRARY="$$folder/sample.library"; \
	show() { printf '\n$$ minutebook'; \
	  for word in "$$@"; do case "$$word" in *' '*) word="\"$$word\"";; esac; printf ' %s' "$$word"; done; \
	  printf '\n'; $(BIN)/minutebook "$$@"; }; \
	show add data/sample; \
	show search "equipment grants" --limit 2; \
	show ask "What did the Board decide about equipment grants in October 2021?"; \
	show sparql --name decisions-by-verb-and-year; \
	show trace "opening Tideline to parish councils" --quoted-only

test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/stamp-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/stamp-test
	$(BIN)/python docs/command_line.py
	$(BIN)/python docs/tour.py

clean:
	rm -rf $(VENV)
