# Two commands do everything on a machine with Python 3.11 or later, git and make:
#   make demo   installs into .venv and reads the example report
#   make test   installs, then runs lint, types and all tests

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

.PHONY: demo test lint types tests docs smoke bench fuzz lowest clean

demo: $(INSTALLED)
	$(BIN)/govinfo parse examples/report.txt

test: lint types tests

lint: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/python docs/make.py --check

types: $(INSTALLED)
	$(BIN)/mypy

# A process a core; what a module shares is made once.
tests: $(INSTALLED)
	$(BIN)/pytest --numprocesses auto --dist loadfile

bench: $(INSTALLED)
	for name in text read_docx html_adapter check; do $(BIN)/python benchmarks/$$name.py || exit 1; done

# The site of the documentation, in docs/_build/html. A warning is an error.
docs: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --group docs
	$(BIN)/python docs/make.py --check
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet --builder html docs docs/_build/html

# Builds the distributions and uses them in empty environments; PYTHONS says of which Pythons.
PYTHONS ?= $(PYTHON)
smoke: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --group release
	$(BIN)/python tests/smoke.py $(PYTHONS)

# TARGET is an adapter, interpret or all; SECONDS how long. What is found stays in .fuzz.
TARGET ?= all
SECONDS ?= 600
fuzz: $(INSTALLED)
	$(BIN)/python -m pip install --quiet atheris
	$(BIN)/python tests/hostile/fuzz.py $(TARGET) -max_total_time=$(SECONDS) -rss_limit_mb=2048

# The lowest versions of all that pyproject.toml allows, in an environment of their own.
LOWEST_TESTS := tests/test_fixtures.py tests/test_reading.py tests/test_errors.py tests/test_source.py \
	tests/adapters/*/test_contract.py tests/adapters/html tests/adapters/pdf/test_ruled_tables.py tests/adapters/pdf/test_seen.py \
	tests/export tests/corpus/test_run.py tests/corpus/test_sources.py tests/render/test_html.py tests/render/test_word.py \
	tests/render/test_review.py
lowest:
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet uv
	.venv-lowest/bin/uv pip install --quiet --python .venv-lowest/bin/python --resolution lowest-direct \
		--editable ".[all]" "reportlab>=4.2" "jsonschema>=4.23"
	.venv-lowest/bin/govinfo parse examples/report.txt
	.venv-lowest/bin/python -m pytest $(LOWEST_TESTS)

clean:
	rm -rf .venv .venv-lowest

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "govinfo needs Python 3.11 or later; name one with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $(INSTALLED)
