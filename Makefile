# The two commands of the project: `make demo` and `make test`. Both install what is missing on a
# Debian 12 that has Swift 6.3.

# pkg-config names and the Debian packages that bring them.
LIBRARIES = libxml-2.0 libzip libdeflate xlsxwriter
PACKAGES = pkg-config libxml2-dev libzip-dev libdeflate-dev libxlsxwriter-dev
SUDO = $(shell test "$$(id -u)" = 0 || echo sudo)
BLOCK = fixtures/khoi-noi-chinh-2019

.PHONY: demo test lint format findings libraries

demo: libraries
	swift build -c release --product thidua
	"$$(swift build -c release --show-bin-path)/thidua" consolidate $(BLOCK)
	@echo "$(CURDIR)/$(BLOCK)/ket-qua/bang-xep-hang.xlsx"

test: libraries
	swift test --disable-xctest

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

# Writes the page of the documentation that explains the findings anew from its table.
findings: libraries
	RECORD=1 swift test --disable-xctest --filter ExplanationTests

libraries:
	@pkg-config --exists $(LIBRARIES) 2>/dev/null || { \
	  $(SUDO) apt-get update -q && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(PACKAGES); }
