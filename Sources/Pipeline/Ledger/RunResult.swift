import Foundation

/// What the archived `ket-qua.json` of a run says, as far as runs are compared.
struct RunResult: Decodable {
  /// A unit's outcome.
  struct Unit: Decodable {
    var code: String
    var name: String
    var status: String
    var rank: Int?
    var total: String?
    var `class`: String?
    var titles: [String]
    var source: Source?
    var scores: [Score]
  }

  /// The file that counted.
  struct Source: Decodable {
    var file: String
    var sha256: String
  }

  /// A unit's score of one criterion.
  struct Score: Decodable {
    var criterion: String
    var counted: String?
  }

  /// A finding, as far as it is told apart from others.
  struct Finding: Decodable, Hashable {
    var code: String
    var unit: String?
    var file: String?
    var cell: String?
  }

  var units: [Unit]
  var findings: [Finding]

  /// Reads an archived result; nil for bytes that are none.
  init?(_ bytes: [UInt8]) {
    guard let result = try? JSONDecoder().decode(RunResult.self, from: Data(bytes)) else {
      return nil
    }
    self = result
  }
}
