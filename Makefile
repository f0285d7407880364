# Everything a fresh Debian machine with Python 3.11 needs is set up by the targets themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := examples/kazakhstan-brics
ASSETS := src/multivector/web/static/vendor/.ready
COMPILED := $(VENV)/.compiled
READING := $(patsubst %,src/multivector/%.py,$(shell cat tools/compiled.txt))

.PHONY: brief serve test check eval bench cluster screenshots wheel lock interpreted clean help

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: requirements.lock pyproject.toml tools/set-up.sh
	PYTHON=$(PYTHON) sh tools/set-up.sh $(VENV)
	@touch $@

$(COMPILED): tools/compiled.txt tools/compile.sh setup.py $(READING) | $(VENV)/.ready
	sh tools/compile.sh $(BIN)/python
	@touch $@

$(ASSETS): tools/web/assets.sh tools/web/map_table.py tools/web/package-lock.json tools/web/node.txt | $(VENV)/.ready
	sh tools/web/assets.sh $(BIN)/python
	@touch $@

brief: $(COMPILED) $(ASSETS)  ## set up, read the bundled sample, write its brief and say where it is
	$(BIN)/multivector brief $(SAMPLE)

serve: $(COMPILED) $(ASSETS)  ## open the bundled sample in the workbench
	$(BIN)/multivector serve $(SAMPLE)

test: $(COMPILED) $(ASSETS)  ## set up what the tests need, browser included, and run them
	sh tools/browser.sh
	$(BIN)/python -m pytest

check: $(COMPILED)  ## style, types, layers, lengths, then the quality gate
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m evals.gate

eval: $(COMPILED)  ## the table of all measurements on the development data
	$(BIN)/python -m evals.table

bench: $(COMPILED)  ## the benchmarks, each with its peer or limit; writes docs/performance.md
	$(BIN)/python -m benchmarks.all

screenshots: $(COMPILED) $(ASSETS)  ## pictures of every screen of the workbench, into docs/screenshots
	sh tools/browser.sh
	$(BIN)/python tools/screenshots.py

wheel: $(VENV)/.ready $(ASSETS)  ## the package, compiled for this kind of machine, with all that its pages need, into dist/
	MULTIVECTOR_COMPILE=1 $(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

cluster: $(COMPILED)  ## a Spark cluster on this machine, coding and a measure on it (needs Java 17)
	PYTHON=$(BIN)/python sh tools/cluster.sh demo

lock: $(VENV)/.ready  ## renew requirements.lock from pyproject.toml
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra en --extra ru --extra spark --extra embed --extra dev pyproject.toml -o requirements.lock

interpreted:  ## take away what was compiled, for work on the rules
	find src -name '*.so' -delete
	rm -f $(COMPILED)

clean: interpreted  ## remove what the targets made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist
	find . -name __pycache__ -prune -exec rm -rf {} +
