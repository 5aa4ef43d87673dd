#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether scanners of our own are tried before libxml2: `THIDUA_SCANNER=off` turns them off, to hold
/// the two against each other.
enum ScannerSwitch {
  static let isOn = getenv("THIDUA_SCANNER").map { String(cString: $0) } != "off"
}
