import ArgumentParser
import Foundation
import Language

/// What the argument parser says, in English, and its Vietnamese.
enum UsagePhrase: Phrase {
  case unknownOption, unknownOptionSuggested, missingValue, takesNoValue, unexpectedArgument
  case unexpectedArguments, missingArgument, missingOneOf, invalidOption, missingSubcommand
  case invalidValue, invalidValueOneOf, alreadySet
  case seeHelp, seeDetailedHelp, version, help, subcommandHelp

  var translation: Translation {
    switch self {
    case .unknownOption:
      Translation(vi: "không có tùy chọn '{name}'", en: "Unknown option '{name}'")
    case .unknownOptionSuggested:
      Translation(
        vi: "không có tùy chọn '{name}'; có phải '{other}'?",
        en: "Unknown option '{name}'. Did you mean '{other}'?")
    case .missingValue:
      Translation(vi: "thiếu giá trị cho '{name}'", en: "Missing value for '{name}'")
    case .takesNoValue:
      Translation(
        vi: "tùy chọn '{name}' không nhận giá trị, nhưng đã ghi '{value}'",
        en: "The option '{name}' does not take any value, but '{value}' was specified.")
    case .unexpectedArgument:
      Translation(vi: "thừa tham số '{value}'", en: "Unexpected argument '{value}'")
    case .unexpectedArguments:
      Translation(
        vi: "thừa {count} tham số: '{values}'", en: "{count} unexpected arguments: '{values}'")
    case .missingArgument:
      Translation(vi: "thiếu tham số '{name}'", en: "Missing expected argument '{name}'")
    case .missingOneOf:
      Translation(vi: "thiếu một trong: '{names}'", en: "Missing one of: '{names}'")
    case .invalidOption:
      Translation(vi: "tùy chọn không hợp lệ: {name}", en: "Invalid option: {name}")
    case .missingSubcommand: Translation(vi: "thiếu tên lệnh", en: "Missing required subcommand.")
    case .invalidValue:
      Translation(
        vi: "giá trị '{value}' không hợp lệ cho '{name}'",
        en: "The value '{value}' is invalid for '{name}'")
    case .invalidValueOneOf:
      Translation(
        vi: "giá trị '{value}' không hợp lệ cho '{name}'; các giá trị nhận: {values}",
        en: "The value '{value}' is invalid for '{name}'. Please provide one of {values}.")
    case .alreadySet:
      Translation(
        vi: "giá trị của {name} đã được đặt bằng {other}",
        en: "Value to be set with {name} had already been set with {other}")
    case .seeHelp:
      Translation(vi: "Xem '{command}' để biết thêm.", en: "See '{command}' for more information.")
    case .seeDetailedHelp:
      Translation(vi: "Xem '{command}' để biết chi tiết.", en: "See '{command}' for detailed help.")
    case .version: Translation(vi: "In số phiên bản.", en: "Show the version.")
    case .help: Translation(vi: "In trợ giúp này.", en: "Show help information.")
    case .subcommandHelp:
      Translation(vi: "In trợ giúp của lệnh con.", en: "Show subcommand help information.")
    }
  }
}

/// The headings and marks around what the argument parser says.
private enum UsageMark: Phrase {
  case error, help, usage, overviewHeading, usageHeading, arguments, options, subcommands
  case values, defaultValue, furtherDefault, and, or

  var translation: Translation {
    switch self {
    case .error: Translation(vi: "Lỗi: ", en: "Error: ")
    case .help: Translation(vi: "Trợ giúp:  ", en: "Help:  ")
    case .usage: Translation(vi: "Cách dùng: ", en: "Usage: ")
    case .overviewHeading: Translation(vi: "MÔ TẢ: ", en: "OVERVIEW: ")
    case .usageHeading: Translation(vi: "CÁCH DÙNG: ", en: "USAGE: ")
    case .arguments: Translation(vi: "THAM SỐ:", en: "ARGUMENTS:")
    case .options: Translation(vi: "TÙY CHỌN:", en: "OPTIONS:")
    case .subcommands: Translation(vi: "CÁC LỆNH:", en: "SUBCOMMANDS:")
    case .values: Translation(vi: "(giá trị: ", en: "(values: ")
    case .defaultValue: Translation(vi: "(mặc định: ", en: "(default: ")
    case .furtherDefault: Translation(vi: "; mặc định: ", en: "; default: ")
    case .and: Translation(vi: "' và '", en: "' and '")
    case .or: Translation(vi: "' hoặc '", en: "' or '")
    }
  }

  /// Those that stand at the beginning of a line.
  static let atStart: [UsageMark] = [
    .error, .help, .usage, .overviewHeading, .usageHeading, .arguments, .options, .subcommands,
  ]
}

/// What the argument parser prints, in the language that the command line asks for.
enum UsageText {
  /// The text with what is known of it translated; the rest stays English.
  static func text(_ english: String, in language: Language) -> String {
    guard language != .en else { return english }
    return english.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0), in: language) }.joined(separator: "\n")
  }

  private static func line(_ line: String, in language: Language) -> String {
    var start = ""
    var rest = line[...]
    if let mark = UsageMark.atStart.first(where: { line.hasPrefix($0.translation.en) }) {
      start = mark.text(in: language)
      rest = line.dropFirst(mark.translation.en.count)
    }
    // Descriptions stand in a column of their own behind the names.
    let body = rest.range(of: "  ", options: .backwards).map { rest[$0.upperBound...] } ?? rest
    if let translated = UsagePhrase.translating(String(body), to: language) {
      rest = rest.prefix(rest.count - body.count) + translated
    }
    return start
      + [UsageMark.values, .defaultValue, .furtherDefault, .and, .or].reduce(String(rest)) {
        $0.replacing($1.translation.en, with: $1.text(in: language))
      }
  }
}
