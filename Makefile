# Every target carries its own line of help after `##`; `make` alone prints them.

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=
BENCH_ARGS ?=
KILLS ?= 200
SEED ?= $(shell date +%s)
SECONDS ?= 60
TARGETS ?=
RULES ?=

# Swift's libraries go into the program: it starts 10 ms sooner, and runs where no Swift is installed. Linux alone has them so.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
RELEASE := -c release -Xswiftc -cross-module-optimization $(STATIC)
BINARY := .build/release/newstape
BENCH := Benchmarks/.build/release/newstape-bench
SWIFT_FILES := Sources Tests Package.swift Benchmarks/Sources Benchmarks/Tests Benchmarks/Package.swift
SHARE := $(DESTDIR)$(PREFIX)/share/newstape

.DEFAULT_GOAL := help
.PHONY: help setup run build test score break-rules hostile torture fuzz sanitize lint shape format golden docs screenshots bench bench-quick install uninstall clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the system libraries that are missing, check the Swift toolchain
	@Scripts/setup

run: build ## build in release mode and open the dashboard (ARGS="list --unread" runs a command)
	@$(BINARY) $(ARGS)

build: setup ## build in release mode
	@swift build $(RELEASE) --product newstape

test: setup ## run every test
	@swift test

score: setup ## print what is read right in the corpora, by field
	@NEWSTAPE_SCORE=1 swift test --filter CorporaTests.floors

break-rules: setup ## break rules of the parsers one by one, print which cases of the corpora fail (RULES="CSV date")
	@Scripts/break-rules $(RULES)

hostile: build ## hold the hostile inputs to their limits at full size, in release mode
	@NEWSTAPE_RELEASE=$(CURDIR)/$(BINARY) swift test --filter HostileCorpus

torture: build ## kill the program at random moments and look for what is lost (KILLS=200 SEED=1)
	@echo "make torture KILLS=$(KILLS) SEED=$(SEED)"
	@NEWSTAPE_RELEASE=$(CURDIR)/$(BINARY) NEWSTAPE_TORTURE=$(KILLS) NEWSTAPE_SEED=$(SEED) \
	swift test --no-parallel --filter TortureTests

fuzz: setup ## let a fuzzer invent inputs for all that reads from outside (SECONDS=60 TARGETS="feeds csv")
	@Scripts/fuzz $(SECONDS) $(TARGETS)

sanitize: setup ## run every test under the address sanitizer
	@Scripts/sanitize

lint: ## check format, import directions, file sizes, forbidden constructs, word lists and the limits of the shape
	@swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	@Scripts/check-sources
	@Scripts/make-lexicons --check
	@Scripts/make-companies --check
	@Scripts/shape --check

shape: ## print how the code is shaped: figures with their aims and limits
	@Scripts/shape

format: ## format all Swift files in place
	@swift format format --in-place --recursive --parallel $(SWIFT_FILES)

golden: setup ## record the golden frames anew; look at the difference before committing it
	@NEWSTAPE_RECORD_GOLDEN=1 swift test --filter Golden

docs: setup ## write the generated reference pages anew
	@NEWSTAPE_RECORD_DOCS=1 swift test --filter ReferencePage

screenshots: setup ## make the pictures of README and docs anew
	@NEWSTAPE_RECORD_SCREENSHOTS=1 swift test --filter Screenshot

bench: build ## measure what is promised at 1,000, 100,000 and a million articles (BENCH_ARGS="--only keys")
	@swift build --package-path Benchmarks $(RELEASE) --product newstape-bench
	@$(BENCH) --program $(BINARY) $(BENCH_ARGS)

bench-quick: build ## the same in two minutes, up to 100,000 articles
	@swift build --package-path Benchmarks $(RELEASE) --product newstape-bench
	@$(BENCH) --program $(BINARY) --quick --sizes 1000,100000 $(BENCH_ARGS)

install: ## install below PREFIX (default /usr/local); honours DESTDIR
	@test -x $(BINARY) || $(MAKE) build
	@install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)
	@install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/newstape
	@rm -rf $(SHARE)/themes $(SHARE)/data
	@cp -R themes data $(SHARE)/
	@echo "Installed newstape in $(DESTDIR)$(PREFIX)/bin."

uninstall: ## remove what install put below PREFIX
	@rm -f $(DESTDIR)$(PREFIX)/bin/newstape
	@rm -rf $(SHARE)
	@echo "Removed newstape from $(DESTDIR)$(PREFIX)."

clean: ## remove what was built
	@rm -rf .build Benchmarks/.build
