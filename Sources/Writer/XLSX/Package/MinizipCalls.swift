import Synchronization

// The five functions of minizip that libxlsxwriter calls. A program's own functions come before those
// of the libraries that it is linked with, so the library packs by `PackageZip`. Signatures and results
// are those of minizip's zip.h; what the library passes beside names and bytes, it passes constant.

/// What becomes of parts of the workbooks that are about to be packed, by the path of each workbook.
enum PackageEdits {
  private static let pending = Mutex<[String: [String: SheetPartEdit]]>([:])

  /// Notes the edits of the sheets, by their positions counted from 0, of the workbook that is packed
  /// next at `path`.
  static func note(_ edits: [Int: SheetPartEdit], of path: String) {
    let parts = Dictionary(
      edits.map { ("xl/worksheets/sheet\($0 + 1).xml", $1) },
      uniquingKeysWith: { first, _ in first })
    pending.withLock { $0[path] = parts }
  }

  /// The edits of the workbook at `path`, which are then no more noted.
  static func take(for path: String) -> [String: SheetPartEdit] {
    pending.withLock { $0.removeValue(forKey: path) ?? [:] }
  }
}

private let minizipOK: Int32 = 0
private let minizipFailure: Int32 = -1

private func archive(_ handle: UnsafeMutableRawPointer?) -> PackageZip? {
  handle.map { Unmanaged<PackageZip>.fromOpaque($0).takeUnretainedValue() }
}

/// Opens an archive for writing; a null pointer where it cannot.
@_cdecl("zipOpen")
public func minizipOpen(_ path: UnsafePointer<CChar>?, _: Int32) -> UnsafeMutableRawPointer? {
  guard let path else { return nil }
  let name = String(cString: path)
  guard let zip = PackageZip(path: name, edits: PackageEdits.take(for: name)) else {
    return nil
  }
  return Unmanaged.passRetained(zip).toOpaque()
}

/// Begins a part: what it is named, and nothing that the library varies.
@_cdecl("zipOpenNewFileInZip4_64")
public func minizipOpenPart(
  _ handle: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _: UnsafeRawPointer?,
  _: UnsafeRawPointer?, _: UInt32, _: UnsafeRawPointer?, _: UInt32, _: UnsafePointer<CChar>?,
  _: Int32, _: Int32, _: Int32, _: Int32, _: Int32, _: Int32, _: UnsafePointer<CChar>?, _: UInt,
  _: UInt, _: UInt, _: Int32
) -> Int32 {
  guard let zip = archive(handle), let name else { return minizipFailure }
  zip.begin(String(cString: name))
  return minizipOK
}

/// Appends to the part that is open.
@_cdecl("zipWriteInFileInZip")
public func minizipWrite(
  _ handle: UnsafeMutableRawPointer?, _ bytes: UnsafeRawPointer?, _ count: UInt32
) -> Int32 {
  guard let zip = archive(handle) else { return minizipFailure }
  return zip.append(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    ? minizipOK : minizipFailure
}

/// Ends the part that is open.
@_cdecl("zipCloseFileInZip")
public func minizipClosePart(_ handle: UnsafeMutableRawPointer?) -> Int32 {
  archive(handle)?.end() ?? false ? minizipOK : minizipFailure
}

/// Writes the directory and frees the archive.
@_cdecl("zipClose")
public func minizipClose(
  _ handle: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?
) -> Int32 {
  guard let handle else { return minizipFailure }
  let zip = Unmanaged<PackageZip>.fromOpaque(handle).takeRetainedValue()
  return zip.finish() ? minizipOK : minizipFailure
}
