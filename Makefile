# `make run` and `make test` do all the set-up they need, in .venv, on a machine with Python 3.11 or newer.
#   make run ARGS="today --json"        arguments for the planner; for pytest the same way: make test ARGS="-k undo"
#   make run PYTHON=/path/to/python3    the Python to make .venv with

.POSIX:
.SUFFIXES:
.PHONY: help run demo test test-full check format messages keys pictures bench constraints clean set-up set-up-dev set-up-full

ARGS =
PYTHON =
BIN = .venv/bin

help:
	@echo 'make run          the planner (ARGS="today" for a command)'
	@echo 'make demo         the planner on a throw-away plan with months of history'
	@echo 'make test         the tests (ARGS="-k undo" for some of them)'
	@echo 'make test-full    the tests with the long runs'
	@echo 'make check        format, lint, types, imports'
	@echo 'make format       format the code and mend what lint can mend'
	@echo 'make messages     bring the catalogues of translations in step with the code'
	@echo 'make keys         write docs/keys.md and docs/keys.ja.md from the table of commands'
	@echo 'make pictures     draw the pictures of the app in docs/ (needs rsvg-convert)'
	@echo 'make bench        measure the speed, as ratios (ARGS=--full for all)'
	@echo 'make constraints  pin the newest versions that fit (needs uv)'
	@echo 'make clean        remove .venv and everything else that was made here'

set-up:
	@PYTHON='$(PYTHON)' sh tools/set-up.sh run

set-up-dev:
	@PYTHON='$(PYTHON)' sh tools/set-up.sh dev

set-up-full:
	@PYTHON='$(PYTHON)' sh tools/set-up.sh full

run: set-up
	@$(BIN)/planner $(ARGS)

demo: set-up
	@$(BIN)/planner demo $(ARGS)

test: set-up-dev
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

test-full: set-up-full
	@PLANNER_EXAMPLES=all $(BIN)/python -m pytest -n auto --dist worksteal -m '' $(ARGS)

check: set-up-dev
	@failed=; \
	$(BIN)/python -m ruff format --check . || failed="$$failed format"; \
	$(BIN)/python -m ruff check . || failed="$$failed lint"; \
	$(BIN)/python -m mypy || failed="$$failed types"; \
	$(BIN)/lint-imports || failed="$$failed imports"; \
	[ -z "$$failed" ] || { echo "failed:$$failed (make format mends the first two, as far as it can)" >&2; exit 1; }

format: set-up-dev
	@$(BIN)/python -m ruff check --fix --quiet . || true
	@$(BIN)/python -m ruff format .

messages: set-up-dev
	@$(BIN)/python tools/messages.py

keys: set-up-dev
	@$(BIN)/python -m tools.keys_page

pictures: set-up-dev
	@$(BIN)/python -m tools.pictures

bench: set-up
	@$(BIN)/python -m benchmarks.run $(ARGS)

constraints:
	@uv pip compile --quiet --universal --no-annotate --no-header --all-extras $(ARGS) pyproject.toml -o constraints.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
