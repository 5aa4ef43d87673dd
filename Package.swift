// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "thidua",
  products: [
    .executable(name: "thidua", targets: ["thidua"]),
    .library(name: "Readers", targets: ["Readers", "Spreadsheet"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries, one module map each.
    .systemLibrary(
      name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibdeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLibisal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibxlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(
      name: "CLibytnef", pkgConfig: "libytnef", providers: [.apt(["libytnef0-dev"])]),
    .systemLibrary(
      name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

    // Values that every stage speaks of.
    .target(name: "Language", swiftSettings: strict),
    .target(name: "Spreadsheet", swiftSettings: strict),

    // Data walks down this list: bytes, sheets, score tables, standings, workbooks.
    .target(
      name: "Readers",
      dependencies: [
        "Spreadsheet", "CLibxml2", "CLibzip", "CLibdeflate", "CLibisal",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "Formulas", dependencies: ["Spreadsheet"], swiftSettings: strict),
    .target(
      name: "Regulation",
      dependencies: ["Language", "Spreadsheet", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: strict),
    .target(
      name: "Normalizer",
      dependencies: ["Language", "Spreadsheet", "Formulas", "Regulation"],
      swiftSettings: strict),
    .target(
      name: "Ranking",
      dependencies: [
        "Language", "Spreadsheet", "Regulation", "Normalizer",
        .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: strict),
    .target(
      name: "Analysis",
      dependencies: ["Language", "Spreadsheet", "Regulation", "Normalizer", "Ranking"],
      swiftSettings: strict),
    .target(
      name: "Writer",
      dependencies: [
        "Language", "Spreadsheet", "Regulation", "Normalizer", "Ranking", "Analysis",
        "CLibxlsxwriter", "CLibxml2", "CLibzip", "CLibisal", "CLibdeflate", "CZlib",
      ],
      resources: [.embedInCode("Document/Template")],
      swiftSettings: strict),
    .target(
      name: "Intake",
      dependencies: ["Language", "Readers", "CGMime", "CLibytnef", "CLibcurl"],
      swiftSettings: strict),
    .target(
      name: "Correspondence", dependencies: ["Language", "Intake", "CGMime", "CLibcurl"],
      swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: [
        "Language", "CLinux",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "Language", "Spreadsheet", "Readers", "Regulation", "Normalizer", "Ranking", "Analysis",
        "Writer", "Intake", "Correspondence", "Ledger", "CLinux",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "thidua",
      dependencies: [
        "Language", "Spreadsheet", "Readers", "Regulation", "Normalizer", "Ranking", "Writer",
        "Intake", "Correspondence", "Ledger", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    // Tables and blocks that several test targets share.
    .target(
      name: "TestSupport", dependencies: ["Spreadsheet", "Regulation", "Normalizer"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "OfficeSupport", path: "Tests/OfficeSupport", swiftSettings: strict),
    .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet"]),
    .testTarget(
      name: "ReadersTests",
      dependencies: [
        "Readers", "Spreadsheet", "CLibdeflate", "OfficeSupport",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      exclude: [
        "Differential/generate.py", "Differential/oracle.py", "Differential/requirements.txt",
      ]),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas", "Readers", "Spreadsheet"]),
    .testTarget(name: "RegulationTests", dependencies: ["Regulation", "Spreadsheet", "Language"]),
    .testTarget(
      name: "NormalizerTests",
      dependencies: ["Normalizer", "Regulation", "Spreadsheet", "Language", "TestSupport"]),
    .testTarget(
      name: "RankingTests",
      dependencies: ["Ranking", "Normalizer", "Regulation", "Spreadsheet", "TestSupport"]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Analysis", "Ranking", "Normalizer", "Regulation", "Language", "Spreadsheet",
        "TestSupport",
      ]),
    .testTarget(
      name: "WriterTests",
      dependencies: [
        "Writer", "Analysis", "Readers", "Ranking", "Normalizer", "Regulation", "Language",
        "Spreadsheet", "Formulas", "TestSupport", "OfficeSupport", "Pipeline",
      ],
      exclude: ["Office/workbooks.py"]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "Readers"]),
    .testTarget(name: "CorrespondenceTests", dependencies: ["Correspondence", "Intake"]),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Ledger", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Readers", "Writer", "Ranking", "Normalizer", "Regulation", "Spreadsheet",
        "Language", "Intake", "Ledger", "TestSupport",
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "thidua", "Ledger", "Pipeline", "Language", "TestSupport", "OfficeSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Mail/peers.py", "Mail/requirements.txt"]),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` alone builds these: they need the compiler's fuzzing library.
if Context.environment["THIDUA_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "CLibFuzzer", "Readers", "Spreadsheet", "Formulas", "Normalizer", "Regulation",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      path: "Tests/Fuzzing", swiftSettings: strict),
  ]
}

// What `make bench` and `make instructions` measure with.
if Context.environment["THIDUA_BENCH"] != nil {
  package.targets += [
    .executableTarget(
      name: "Benchmarking",
      dependencies: ["CLibisal", "CLibzip", "Language", "Pipeline", "Readers", "Writer"],
      path: "Tests/Benchmarks/Program", swiftSettings: strict)
  ]
}
