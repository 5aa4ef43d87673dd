import Glibc

/// `Benchmarking floor|workbook|read|consolidate …`: what `make bench` and `make instructions` run
/// besides thidua itself.
@main
enum Benchmarking {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("floor", let paths) where paths.count == 1: try Floor.pass(over: paths[0])
    case ("workbook", let paths) where paths.count == 2:
      try BlockWork.writeWorkbook(ofBlock: paths[0], to: paths[1])
    case ("consolidate", let paths) where paths.count == 2:
      try BlockWork.consolidate(block: paths[0], into: paths[1])
    case ("read", let paths) where paths.count == 1: try ReadingWork.count(paths[0])
    default:
      print("Benchmarking floor FILE | workbook BLOCK FILE | consolidate BLOCK FOLDER | read FILE")
      exit(64)
    }
  }
}
