# The two commands: `make run` opens the app, `make test` passes every test. Each sets itself up first;
# a second time nothing is set up again. Paths are relative throughout, so the checkout may lie anywhere.

BIN = .venv/bin
PYTHON = $(BIN)/python
WORKERS ?= 2

# A virtual environment knows where it was made: in a checkout that was moved, make it anew.
ifneq ($(shell cat .venv/place 2>/dev/null),$(shell pwd -P))
$(shell rm -f .venv/run.ready .venv/test.ready .venv/bench.ready)
endif

FRAGMENTS := $(wildcard resources/locale/*/*.po)
CATALOGUES := $(sort $(foreach fragment,$(FRAGMENTS),$(dir $(fragment))LC_MESSAGES/facilitator.mo))

.PHONY: help setup setup-test run test lint format bench soak screenshots lock installer clean

help:
	@echo "make run        set up if need be, and open the app (the demo, where there is no display)"
	@echo "make test       set up if need be, check the code, and pass every test"
	@echo "make setup      only set up .venv/"
	@echo "make lint       the checks alone: ruff, mypy, import-linter"
	@echo "make format     let ruff put the code in order"
	@echo "make bench      measure, and write docs/performance.md"
	@echo "make soak       kill, fill up and spoil whatever works, and look for what was lost"
	@echo "make screenshots  render every page and dialog, in both languages and themes, into out/pictures"
	@echo "make installer  build and check dist/facilitator, which runs without Python; on Linux .deb and .tar.gz too"
	@echo "make lock       pin and hash the requirements anew"
	@echo "make clean      remove whatever was made here"

setup: .venv/run.ready $(CATALOGUES)
	@:

setup-test: .venv/test.ready $(CATALOGUES)
	@:

.venv/run.ready: requirements.txt tools/find_python tools/make_environment.py tools/system_libraries.py
	@"$$(sh tools/find_python)" tools/make_environment.py run

.venv/test.ready: requirements-dev.txt .venv/run.ready
	@$(PYTHON) tools/make_environment.py test

.venv/bench.ready: requirements-bench.txt .venv/test.ready
	@$(PYTHON) tools/make_environment.py bench

# A language's fragments, one a room, become one catalogue. Its folder is named too: a fragment that went counts.
.SECONDEXPANSION:
resources/locale/%/LC_MESSAGES/facilitator.mo: $$(wildcard resources/locale/$$*/*.po) resources/locale/% tools/compile_catalogue.py | .venv/run.ready
	@$(PYTHON) tools/compile_catalogue.py $*

run: setup
	@if [ "$$(uname)" = Darwin ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(BIN)/facilitator; \
	else \
		echo "There is no display here, so the demo runs instead and writes its documents to out/."; \
		exec $(BIN)/facilitator demo --out out/; \
	fi

test: lint
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n $(WORKERS) -q

lint: setup-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: setup-test
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup-test .venv/bench.ready
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks

soak: setup-test
	@$(PYTHON) -m benchmarks.soak

screenshots: setup-test
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tools.screenshots out/pictures

# The same commit gives the same bytes: dates are the commit's, and sets keep their order.
installer: setup-test
	@export SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}; \
	PYTHONHASHSEED=0 $(BIN)/pyinstaller --noconfirm --log-level ERROR build_installer.spec && \
	$(PYTHON) -m tools.check_installer dist/facilitator && \
	if [ "$$(uname)" = Linux ]; then $(PYTHON) -m tools.linux_packages dist/facilitator; fi

lock: .venv/test.ready
	@sh tools/lock_requirements

clean:
	@rm -rf .venv build dist out *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	@rm -rf resources/locale/*/LC_MESSAGES
	@find facilitator ui tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
