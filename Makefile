# Two commands for users: `make demo` and `make test`. Both set up what they need and are safe to repeat.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= out
AS_OF  ?=

.PHONY: help demo test check bench clean

help:
	@echo "make demo   set up, read the worked example, show its dossier, write the HTML report"
	@echo "make test   set up everything tests need, then run linters, types and all tests"
	@echo "make bench  run the benchmarks on the development data in DATA (see benchmarks/README.md)"
	@echo "make clean  remove the virtual environment and what demo wrote"

# A stamp for each kind of set-up: remade when pyproject.toml changes.
$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "crossread needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	sh tests/install-chromium.sh
	@touch $@

demo: $(VENV)/run.stamp
	@mkdir -p $(OUT)
	@rm -f $(OUT)/demo.db $(OUT)/demo.db-wal $(OUT)/demo.db-shm
	$(BIN)/crossread read examples/clapham-common --into $(OUT)/demo.db --report $(OUT)/demo.html
	@echo
	@echo "The whole dossier as a page: $(abspath $(OUT)/demo.html)"
	@echo "The whole dossier here:      $(BIN)/crossread show $(OUT)/demo.db"

check: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check
	$(BIN)/pytest -n 2

bench: $(VENV)/test.stamp
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis
