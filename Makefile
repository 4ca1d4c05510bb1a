# Everything here runs in .venv, which is made when it is missing and renewed when
# the requirements change. It needs Python 3.11 or newer; another than the first one
# found is chosen with `make clean` and then `make PYTHON=python3.13 …`.

# Material's notice about MkDocs 2, at each start; requirements.in keeps to MkDocs 1.
export NO_MKDOCS_2_WARNING = 1

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

# The same commit gives the same bytes, on whatever day they are made.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)
ifeq ($(SOURCE_DATE_EPOCH),)
unexport SOURCE_DATE_EPOCH
endif

serve: .venv/.installed ## show the site at http://127.0.0.1:8000, renewed at every save
	$(run) -m mkdocs serve

build: .venv/.installed ## write the site to site/, with its files for programs, or list what is wrong
	EXPORT=1 $(run) -m mkdocs build --strict

preview: .venv/.installed ## write the site to preview/, to be opened as files: all but search works so
	EXPORT=1 $(run) -m mkdocs build --strict --no-directory-urls --site-dir preview

# What was kept of pages is forgotten, for what lies beside them is written with the last one. Zensical's own
# --clean would empty all of .cache/. What is removed at the end is its own theme's, and no page loads it.
next: .venv/.installed-dev ## write the site to site/ with Zensical, the engine after MkDocs
	$(run) -m macros check
	rm -rf site .cache/[0-9]*
	EXPORT=1 $(run) -m zensical build --strict --config-file zensical.yml
	rm -rf site/search.json site/assets/javascripts site/assets/stylesheets

check: .venv/.installed ## check data/ and docs/, in seconds and offline
	$(run) -m macros check

test: .venv/.installed-dev ## run all tests, those in a real browser too
	$(run) -m pytest

audit: .venv/.installed-audit ## look at every page of both explainers with every tool; keep the figures: make audit KEEP=1
	$(run) -m tests.audit $(if $(KEEP),--keep)

bench: .venv/.installed-dev ## measure builds, checks and edits at three sizes, or at some: make bench SIZES=small
	$(run) -m bench $(if $(KEEP),--keep) $(SIZES)

lint: .venv/.installed-dev ## check style and types of the code, and the workflows
	$(run) -m ruff check
	$(run) -m ruff format --check
	$(run) -m mypy macros tests bench
	$(bin)/zizmor --offline --quiet --strict-collection --persona pedantic .github
	$(bin)/actionlint -shellcheck $(bin)/shellcheck .github/workflows/*.yml

format: .venv/.installed-dev ## put the code into its one format
	$(run) -m ruff check --fix
	$(run) -m ruff format

lock: .venv/pyvenv.cfg ## pin requirements*.in again; the newest of all: make lock UPGRADE=--upgrade
	$(run) -m pip install --quiet --disable-pip-version-check uv==0.13.9
	$(lock) requirements-dev.in --output-file requirements-dev.txt
	$(lock) requirements.in --constraint requirements-dev.txt --output-file requirements.txt
	$(lock) requirements-audit.in --constraint requirements-dev.txt --output-file requirements-audit.txt

clean: ## remove all that was made, .venv too
	rm -rf .venv site preview .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

.PHONY: help serve build preview next check test audit bench lint format lock clean


# How .venv is made. The first interpreter that will do is taken.
pythons = $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)

bin := .venv/bin
ifeq ($(OS),Windows_NT)
bin := .venv/Scripts
endif
run = $(bin)/python
lock = $(run) -m uv --quiet pip compile --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --annotation-style=line $(UPGRADE)
install = $(run) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement

# An interpreter that was removed or moved since: make .venv anew.
ignored := $(shell $(run) -c '' 2>/dev/null || rm -f .venv/pyvenv.cfg)

.venv/.installed: requirements.txt .venv/pyvenv.cfg
	@echo "Installing what the site is built with into .venv …"
	@$(install) requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/pyvenv.cfg
	@echo "Installing what the site and its tests need into .venv …"
	@$(install) requirements-dev.txt
	@touch $@ .venv/.installed

.venv/.installed-audit: requirements-audit.txt .venv/.installed-dev
	@echo "Installing Node and Java, which the audit's tools need, into .venv …"
	@$(install) requirements-audit.txt
	@touch $@

.venv/pyvenv.cfg:
	@good=''; old=''; bare=''; \
	for python in $(pythons); do \
	  version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { old="$$old $$version"; continue; }; \
	  $$python -c 'import ensurepip, venv' 2>/dev/null || { bare="$$version"; continue; }; \
	  good=$$python; break; \
	done; \
	if test "$$good"; then \
	  echo "Making .venv with Python $$version ($$good) …"; \
	  $$good -m venv --clear .venv || { rm -rf .venv; exit 1; }; \
	elif test "$$bare"; then \
	  echo "Python $$bare is here, but not its module venv, which comes apart from it on some systems."; \
	  echo "On Debian and Ubuntu: sudo apt install python3-venv. Then run make again."; exit 1; \
	elif test "$$old"; then \
	  echo "Python 3.11 or newer is needed; found only:$$old."; \
	  echo "Get a newer one from https://www.python.org/downloads/ or your system's packages,"; \
	  echo "then run make again (or name it: make PYTHON=/path/to/python …)."; exit 1; \
	else \
	  echo "Python 3.11 or newer is needed, and no python3 was found."; \
	  echo "Get it from https://www.python.org/downloads/ or your system's packages"; \
	  echo "(Debian and Ubuntu: sudo apt install python3 python3-venv), then run make again."; exit 1; \
	fi
