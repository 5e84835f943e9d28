# Everything a person types. Needs Python >= 3.11 and a package index; all else is installed from there.
#
#   make run      install, build, migrate, seed, start; Ctrl-C stops      PORT=…  XIANYONG_HOME=…
#   make test     everything that can fail, browser included              T="tests/core -k money"  XIANYONG_SEED=…
#   make courses  10,000 random steps through applications and contracts, seeds printed        COURSES=210
#   make faults   the catalogue of faults: runs its tests and writes docs/faults.md
#   make jackhammer  processes killed at random for 5 minutes    MINUTES=…  SEED=…
#   make month    30 days of 200 licences, written to docs/month.md    SEED=…
#   make check    format, lint, types, contracts, generated files
#   make setup    only install                  make dev      API that reloads (frontend: make desk)
#   make bench    measure                       make openapi  the API's description and client

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
T ?= tests
COURSES ?= 210
MINUTES ?= 5
SEED ?= 1
RUN := $(BIN)/python -m
PACKAGES := marketplace finance search workers
# Tests that start the whole product come after the others, in the order they are written in.
APART := tests/flows tests/crash
# More than the two cores: each of them waits for servers and browsers, those apart for processes that take turns.
AT_ONCE ?= 4
APART_AT_ONCE ?= 3
BY_FILE := --dist loadfile --no-loadscope-reorder

# Also where Python is told not to: each test process would compile every test file anew.
export PYTHONDONTWRITEBYTECODE =

.PHONY: setup compiled run dev desk test courses faults jackhammer month check bench openapi format revision
.DEFAULT_GOAL := run

setup: $(BIN)/.installed
	@:

# The lock file names every package by hash and no index; the project itself is installed editable.
$(BIN)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "This Python cannot make environments. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

# Before several processes start at once: each would compile the same files.
compiled: setup
	@$(RUN) compileall -q $(PACKAGES)

run: compiled
	@$(RUN) marketplace.app.frontend
	@exec $(BIN)/xianyong serve

dev: compiled
	@$(RUN) marketplace.app.frontend
	@exec $(BIN)/xianyong serve --size small --reload

desk: setup
	@$(RUN) marketplace.app.frontend run dev

test: compiled
	@$(RUN) marketplace.app.frontend
	@.ci/poppler && CHROMIUM="$$(.ci/browser)" && export CHROMIUM && \
	if [ "$(T)" = tests ]; then \
	  $(BIN)/pytest -n $(AT_ONCE) $(BY_FILE) $(XIANYONG_SEED:%=--randomly-seed=%) tests $(APART:%=--ignore=%) && \
	  $(BIN)/pytest -n $(APART_AT_ONCE) $(BY_FILE) -p no:randomly $(APART); \
	else $(BIN)/pytest $(T); fi

# Random courses of events: 3 machines × 210 courses × 16 steps; each prints the seed that repeats it.
courses: compiled
	XIANYONG_COURSES=$(COURSES) $(BIN)/pytest -n 3 --timeout 0 -rP tests/marketplace/contracts/test_any_course_of_events.py \
	  tests/marketplace/deals/test_any_negotiation.py

faults: setup
	@rm -f .faults.json
	SPLITS=1000000 $(BIN)/pytest -m fault --faults .faults.json -n 2 --dist loadfile tests $(APART:%=--ignore=%)
	$(BIN)/pytest -m fault --faults .faults.json -p no:randomly $(APART)
	$(RUN) tests.fault_report .faults.json

jackhammer: setup
	$(RUN) tests.jackhammer --minutes $(MINUTES) --processes 8 --seed $(SEED)

month: setup
	$(RUN) tests.month --licences 200 --days 30 --seed $(SEED)

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry .
	$(BIN)/codespell
	$(RUN) marketplace.app.frontend run check

format: setup
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

openapi: setup
	$(BIN)/xianyong openapi > frontend/openapi.json
	$(RUN) marketplace.app.frontend run codegen

bench: compiled
	$(RUN) tests.bench
