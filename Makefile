# The whole life of the project. `make` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PURE := Sources/Lifting Sources/Community Sources/Sensing Sources/Pictures Sources/Physiology Sources/Calibration \
        Sources/ProgramText Sources/Packing Sources/Interchange Sources/Prescribing Sources/Simulation
WALLS := --explicit-target-dependency-import-check error
CORE := ECCENTRIC_CORE=1 swift test --scratch-path .build-core
# Many random cases need optimized modules; what needs no network or database isn't run again.
THOROUGH := ECCENTRIC_TESTS=thorough ECCENTRIC_OPTIMIZED=1 ECCENTRIC_CORE=1 \
            swift test --scratch-path .build-thorough
PURE_TESTS := LiftingTests|CommunityTests|SensingTests|PhysiologyTests|CalibrationTests|PackingTests|ProgramTextTests|InterchangeTests|PrescribingTests|SimulationTests
TO_BUILD := libsqlite3-dev zlib1g-dev
TO_TEST := chromium python3-venv fonts-dejavu-core curl

.PHONY: help setup build serve test test-core lint format icons golden benchmarks clean

help: ## This list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: ## Install what building and testing need (a minute or two, once)
	@$(call install,$(TO_BUILD) $(TO_TEST))
	@$(call browser)

build: ## Build for development (about ten minutes the first time, then seconds)
	@$(call install,$(TO_BUILD))
	swift build --build-tests $(WALLS)

serve: ## Set up, build for use (about ten minutes the first time), and serve at http://127.0.0.1:8080
	@$(call install,$(TO_BUILD))
	@echo "Building for use: some ten minutes the first time, seconds after that."
	swift build -c release --product eccentric
	.build/release/eccentric serve $(SERVE)

test: setup build ## Set up, build and run every test, browser and all (about twenty minutes the first time)
	$(THOROUGH)
	swift test --skip-build --skip '$(PURE_TESTS)'
	.venv/bin/pytest Tests/BrowserTests

test-core: ## Test the pure modules alone, with few random cases (a minute)
	@$(call install,zlib1g-dev)
	$(CORE)

lint: ## Hold the style and the walls
	swift format lint --strict --recursive Sources Tests Benchmarks/Sources Package.swift Benchmarks/Package.swift
	@$(call forbid,clocks and files in a pure module,$(PURE),\bDate\(\)|\bDate\.now|(Continuous|Suspending)Clock|FileManager|ProcessInfo|FileHandle)
	@$(call forbid,output or effects in a pure module,$(PURE),\bprint\(|\bTask( \{|\.detached)|SystemRandomNumberGenerator|\.random\(in: [^,)]*\))
	@$(call forbid,plain Foundation in a pure module,$(PURE),^(public )?import Foundation$$)
	@$(call forbid,something that can trap,Sources,fatalError|preconditionFailure|\btry!|\bas!|assertionFailure)
	@$(call forbid,a number made whole that may trap: say Int(saturating:),Sources,\bU?Int[0-9]*(\.init)?\(($$|[^a-z)]|[a-zA-Z0-9_]+[^a-zA-Z0-9_:])|\bU?Int[0-9]*\.init\b,radix:|func )
	@$(call forbid,keys that may not be unique,Sources,uniqueKeysWithValues,allCases|catalog\.map|Page\.all)
	@$(call forbid,SQL outside Storage,$(filter-out Sources/Storage,$(wildcard Sources/*)),\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE)\b)
	@$(call forbid,unfinished work,Sources Makefile README.md docs Tests,\b(TODO|FIXME|XXX)\b)
	@python3 .ci/walls.py

format: ## Format the sources
	swift format --in-place --recursive Sources Tests Benchmarks/Sources Package.swift Benchmarks/Package.swift

icons: ## Draw the raster icons anew from the SVG
	.venv/bin/python .ci/icons.py

golden: ## Write the golden files anew; read the difference like code
	ECCENTRIC_GOLDEN=rewrite $(CORE) --filter 'GoldenTests|FixtureTests'

benchmarks: ## Run the benchmarks with their peers and write docs/Benchmarks.md (minutes)
	@cmp -s Benchmarks/peers/requirements.txt Benchmarks/.venv/requirements.txt || { \
	  python3 -m venv Benchmarks/.venv; \
	  Benchmarks/.venv/bin/pip -q install --disable-pip-version-check -r Benchmarks/peers/requirements.txt; \
	  cp Benchmarks/peers/requirements.txt Benchmarks/.venv/; }
	cd Benchmarks && ECCENTRIC_CORE=1 swift build -c release
	for suite in Sensing Physiology Prescribing; do Benchmarks/.build/release/$${suite}Benchmark; done

clean: ## Remove what building made; data/ stays
	rm -rf .build .build-* .venv Benchmarks/.build Benchmarks/.venv

# Debian's packages by name, only those that are missing.
define install
missing=(); for package in $(1); do dpkg -s $$package >/dev/null 2>&1 || missing+=($$package); done; \
if [ $${#missing[@]} -gt 0 ]; then \
  echo "Installing $${missing[*]} (a minute or two)."; \
  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
  $$as_root apt-get update -qq; \
  DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq $${missing[@]} >/dev/null; \
fi
endef

# A Python environment for the browser tests, made anew when its requirements change.
define browser
if ! cmp -s Tests/BrowserTests/requirements.txt .venv/requirements.txt; then \
  echo "Setting up the browser tests (half a minute)."; \
  python3 -m venv .venv; \
  .venv/bin/pip -q install --disable-pip-version-check -r Tests/BrowserTests/requirements.txt; \
  cp Tests/BrowserTests/requirements.txt .venv/; \
fi
endef

# $(1) what, $(2) where, $(3) the pattern: a line that matches fails, unless it matches $(4), too; lines of
# documentation don't count.
define forbid
found=$$(grep -rnE '$(3)' $(2) --include='*.swift' --include=Makefile --include='*.md' --include='*.py' --include='*.js' \
  | grep -vE '^[^:]*:[0-9]+: *///|^Makefile:[0-9]+:.*call forbid$(if $(4),|$(4))' || true); \
if [ -n "$$found" ]; then echo "Here is $(1):"; echo "$$found"; exit 1; fi
endef
