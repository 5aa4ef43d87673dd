// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "thidua",
  targets: [
    // Values that every stage speaks of.
    .target(name: "Language", swiftSettings: strict),
    .target(name: "Spreadsheet", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
