# `make run` starts the dashboard, `make test` runs every check; both install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test evaluate bench screenshots clean

run: $(VENV)/run.ready
	$(BIN)/streamlit run app.py

test: $(VENV)/test.ready
	sh tests/browser/install.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

evaluate: $(VENV)/test.ready
	$(BIN)/python -m tests.evaluate

bench: $(VENV)/test.ready
	$(BIN)/python -m tests.bench

screenshots: $(VENV)/test.ready
	sh tests/browser/install.sh
	$(BIN)/python -m tests.browser.screenshots

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.ready: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/test.ready: tests/requirements.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) .hypothesis .mypy_cache .pytest_cache .ruff_cache
