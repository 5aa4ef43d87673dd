# The two commands of the project: `make demo` and `make test`. Both install what is missing on a
# Debian 12 that has Swift 6.3.

# pkg-config names and the Debian packages that bring them.
LIBRARIES = libxml-2.0 libzip libdeflate libisal zlib xlsxwriter gmime-3.0 libytnef libcurl \
  sqlite3
PACKAGES = pkg-config libxml2-dev libzip-dev libdeflate-dev libisal-dev zlib1g-dev \
  libxlsxwriter-dev   libgmime-3.0-dev libytnef0-dev libcurl4-openssl-dev libsqlite3-dev
SUDO = $(shell test "$$(id -u)" = 0 || echo sudo)
INSTALL = $(SUDO) apt-get update -q && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends
BLOCK = fixtures/khoi-noi-chinh-2019

# `make fuzz SECONDS=600` gives each target ten minutes, `make fuzz TARGET=csv` runs one alone.
SECONDS = 60
TARGET = $$(.build-fuzz/release/Fuzzing)

.PHONY: demo test fuzz bench bench-peers instructions lint format findings libraries readers office \
  peers

demo: libraries
	swift build -c release --product thidua
	"$$(swift build -c release --show-bin-path)/thidua" consolidate $(BLOCK)
	@echo "$(CURDIR)/$(BLOCK)/ket-qua/bang-xep-hang.xlsx"

test: libraries readers office peers
	swift test --disable-xctest

# Inputs that crash, hang, break a promise or take too much memory are left in
# .build-fuzz/findings; what was learnt stays in .build-fuzz/corpus. lld, because gold cannot link
# what the sanitizers add.
fuzz: libraries
	THIDUA_FUZZ=1 swift build -c release --product Fuzzing --scratch-path .build-fuzz \
	  -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
	@for target in $(TARGET); do \
	  echo "== $$target"; \
	  mkdir -p .build-fuzz/findings ".build-fuzz/corpus/$$target"; \
	  dictionary="fixtures/fuzz/$$target.dict"; \
	  .build-fuzz/release/Fuzzing "$$target" -max_total_time=$(SECONDS) -verbosity=0 \
	    -print_final_stats=1 -timeout=10 -malloc_limit_mb=256 -rss_limit_mb=1024 -max_len=65536 \
	    -len_control=20 -artifact_prefix=".build-fuzz/findings/$$target-" \
	    $$(test -e "$$dictionary" && echo "-dict=$$dictionary") \
	    ".build-fuzz/corpus/$$target" "fixtures/fuzz/$$target" || exit 1; \
	done

# Measures thidua and its peers in turn on the same files, and writes the tables into the
# documentation; `make bench ONLY="csv wide" PAIRS=9 ROWS=100000` measures some of it, otherwise. The
# inputs, 3 GB, are kept in .build/bench.
ONLY =
PAIRS = 5
ROWS = 1000000
STRINGS = 10000000
UNITS = 10000
GROWTH = 10000
PAGE = Sources/thidua/Documentation.docc/Performance.md
HELPER = THIDUA_BENCH=1 swift build -c release --product Benchmarking
bench: libraries bench-peers
	swift build -c release --product thidua
	$(HELPER)
	.build/bench/python/bin/python Tests/Benchmarks/bench.py --thidua .build/release/thidua \
	  --helper .build/release/Benchmarking --inputs .build/bench --page $(PAGE) --only "$(ONLY)" \
	  --pairs $(PAIRS) --rows $(ROWS) --strings $(STRINGS) --units $(UNITS) --growth $(GROWTH)

BENCH_PEERS = Tests/Benchmarks/requirements.txt
bench-peers: $(BENCH_PEERS)
	@test .build/bench/python/installed -nt $(BENCH_PEERS) || { \
	  { python3 -c 'import ensurepip' 2>/dev/null || { $(INSTALL) python3-venv; }; } && \
	  python3 -m venv .build/bench/python && \
	  .build/bench/python/bin/pip install -q --disable-pip-version-check -r $(BENCH_PEERS) && \
	  touch .build/bench/python/installed; \
	}

# Counts the instructions of four pieces of work and fails where one takes over five percent more than
# is written down; `make instructions ACCEPT=1` writes the counts down anew. Valgrind cannot read the
# debug information of Swift, so it is left out.
ACCEPT =
instructions: libraries readers
	@command -v valgrind >/dev/null || { $(INSTALL) valgrind; }
	$(HELPER)
	@mkdir -p .build/bench
	strip --strip-debug -o .build/bench/Benchmarking .build/release/Benchmarking
	.build/python/bin/python Tests/Benchmarks/instructions.py --helper .build/bench/Benchmarking \
	  --inputs .build/bench --fixtures fixtures --figures Tests/Benchmarks/instructions.json \
	  $(if $(ACCEPT),--accept)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

# Writes the page of the documentation that explains the findings anew from its table.
findings: libraries
	RECORD=1 swift test --disable-xctest --filter ExplanationTests

libraries:
	@pkg-config --exists $(LIBRARIES) 2>/dev/null || { $(INSTALL) $(PACKAGES); }

# The readers in Python that a test compares with. Where they cannot be had the test is left out.
readers: Tests/ReadersTests/Differential/requirements.txt
	@test .build/python/installed -nt $< || { \
	  { python3 -c 'import ensurepip' 2>/dev/null || { $(INSTALL) python3-venv; }; } && \
	  python3 -m venv .build/python && \
	  .build/python/bin/pip install -q --disable-pip-version-check -r $< && \
	  touch .build/python/installed; \
	} || echo "The comparison with other readers is left out: they cannot be installed."

# LibreOffice saves the table of a test in each of its formats, calculates the reports anew and
# prints them with letters as wide as Times New Roman's; poppler reads the pages. Where they cannot be
# had those tests are left out. The pages are kept in .build/artefacts/pages.
OFFICE = libreoffice-calc-nogui poppler-utils fonts-liberation
office:
	@{ command -v soffice && command -v pdftotext && fc-list | grep -q Liberation; } >/dev/null 2>&1 || \
	  { $(INSTALL) $(OFFICE); } || \
	  echo "What LibreOffice makes of workbooks is left out: it cannot be installed."

# Servers on loopback that the tests of mail talk to: Dovecot keeps mailboxes, aiosmtpd takes mails.
# Where they cannot be had those tests are left out. Debian starts the Dovecot that it installs; the
# tests start their own, with a configuration of their own.
PEERS = Tests/CommandLineTests/Mail/requirements.txt
peers: readers
	@test -x /usr/lib/dovecot/imap -a -n "$$(command -v openssl)" || \
	  { $(INSTALL) dovecot-imapd openssl; } || \
	  echo "The tests with an IMAP server are left out: it cannot be installed."
	@test .build/python/peers -nt $(PEERS) || { \
	  .build/python/bin/pip install -q --disable-pip-version-check -r $(PEERS) && \
	  touch .build/python/peers; \
	} || echo "The tests with a server for outgoing mail are left out: it cannot be installed."
