import Foundation

/// Passwords that a person has put on the command line all the same.
enum SecretArguments {
  private static let option = "--password"

  /// Puts stars in the place of each password where other people of the machine look
  /// (`/proc/PID/cmdline`, `ps`); the program itself goes on knowing them.
  static func hide() {
    // Swift copies the arguments when they are first asked for.
    _ = CommandLine.arguments
    var isNext = false
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      let prefix = "\(option)="
      if isNext {
        hide(argument)
      } else if strncmp(argument, prefix, prefix.utf8.count) == 0 {
        hide(argument + prefix.utf8.count)
      }
      isNext = !isNext && strcmp(argument, option) == 0
    }
  }

  private static func hide(_ text: UnsafeMutablePointer<CChar>) {
    memset(text, Int32(UInt8(ascii: "*")), strlen(text))
  }
}
