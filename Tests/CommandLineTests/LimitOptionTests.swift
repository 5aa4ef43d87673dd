import TestSupport
import Testing

@Suite("--limit") struct LimitOptionTests {
  @Test("a limit that a file exceeds is named with the option that raises it, and can be raised")
  func raised() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\nc,d\n", to: "a.csv")
    let file = "\(folder.path)/a.csv"
    let refused = try CommandLineTests.run(
      ["read", file, "--limit", "cells=3", "--lang", "en"])
    #expect(refused.status == 66)
    #expect(refused.errors.contains("cells: 4, at most 3 are read"))
    #expect(refused.errors.contains("--limit cells=N"))
    let read = try CommandLineTests.run(
      ["read", file, "--limit", "cells=3", "--limit", "cells=4"])
    #expect(read.status == 0)
  }

  @Test("a submission beyond a limit is a finding")
  func submissions() throws {
    let folder = try CommandLineTests.block()
    let outcome = try CommandLineTests.run([
      "check", folder.path, "\(folder.path)/bai-nop/ca.csv", "--limit", "cells=1", "--lang", "en",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("[limit-exceeded]"))
    #expect(outcome.output.contains("--limit NAME=N"))
  }

  @Test(
    "an unknown limit and a bound that is no positive number are refused",
    arguments: ["cell=3", "cells", "cells=0", "cells=-1", "cells=x"])
  func refused(change: String) throws {
    #expect(try CommandLineTests.run(["read", "a.csv", "--limit", change]).status == 64)
  }
}
