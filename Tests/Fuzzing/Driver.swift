import CLibFuzzer
import Spreadsheet

#if canImport(Glibc)
  import Glibc
#endif

/// `Fuzzing TARGET [libFuzzer's options, folders, files]`: libFuzzer's driver with one target.
@main
enum Driver {
  /// The target of this process; set once, before the first input.
  nonisolated(unsafe) private(set) static var target = FuzzTarget.csv

  static func main() {
    let name = CommandLine.arguments.dropFirst().first
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      for target in FuzzTarget.all { print(target.name) }
      exit(name == nil ? 0 : 64)
    }
    Self.target = target
    // libFuzzer takes the second argument, the target's name, for a folder: it is shown the rest.
    var count = CommandLine.argc - 1
    CommandLine.unsafeArgv[1] = CommandLine.unsafeArgv[0]
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      CommandLine.unsafeArgv.advanced(by: 1)
    exit(LLVMFuzzerRunDriver(&count, &arguments, Self.runOne))
  }

  private static let runOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { data, size in
    let input = Array(UnsafeBufferPointer(start: data, count: size))
    do {
      try target.run(input)
    } catch {
      Driver.report(error)
    }
    return 0
  }

  private static func report(_ error: any Error) {
    if error is ReadingError { return }
    let text = Array("\(error)\n".utf8)
    _ = write(STDERR_FILENO, text, text.count)
    abort()
  }
}

/// What libFuzzer calls to change an input, where it finds it.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt
) -> Int {
  switch Driver.target.mutation {
  case .bytes: return LLVMFuzzerMutate(data, size, maximum)
  case .zip:
    let input = Array(UnsafeBufferPointer(start: data, count: size))
    guard let output = ZipMutation.mutated(input, seed: seed), output.count <= maximum else {
      return LLVMFuzzerMutate(data, size, maximum)
    }
    _ = UnsafeMutableBufferPointer(start: data, count: maximum).update(fromContentsOf: output)
    return output.count
  }
}
