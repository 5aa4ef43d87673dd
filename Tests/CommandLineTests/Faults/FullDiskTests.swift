import Foundation
import Ledger
import TestSupport
import Testing

/// The program on a disk that has no more than some room left.
///
/// The disk is one in memory, in a name space of its own: to mount it takes root's rights, without
/// which these tests are left out.
@Suite(.enabled(if: OwnMounts.arePossible, "only root may mount a disk in memory"))
struct FullDiskTests {
  /// What the script leaves: what the program said and did without room, and with room again.
  ///
  /// `$1` program, `$2` folder with the block and the mails, `$3` results, `$4` free KiB, `$5…` command.
  static let script = """
    program=$1 source=$2 results=$3 room=$4; shift 4
    disk=$results/dia; mkdir "$disk"
    mount -t tmpfs -o size=16m tmpfs "$disk" || exit 99
    cp -a "$source/." "$disk"
    free=$(stat -f -c %a "$disk")
    dd if=/dev/zero of="$disk/day" bs=4096 count=$((free - room / 4)) 2>/dev/null
    cd "$disk"
    TMPDIR=$results "$program" "$@" >"$results/output" 2>"$results/errors"
    echo $? >"$results/status"
    mkdir "$results/full" && cp -a khoi thu "$results/full"
    rm day
    for again in "collect khoi thu" "consolidate khoi" "verify khoi"; do
      "$program" $again >>"$results/again" 2>&1 || echo "failed: $again" >>"$results/again"
    done
    mkdir "$results/healed" && cp -a khoi thu "$results/healed"
    """

  /// A block before the command and after an undisturbed course of both.
  typealias Course = (start: MailedBlock, undisturbed: MailedBlock)
  static let toCollect = Result { try course(collected: false) }
  static let toConsolidate = Result { try course(collected: true) }

  static func course(collected: Bool) throws -> Course {
    let start = try MailedBlock.consolidated()
    try start.folder.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "8", "6,5"), to: "thu/toa-2.csv")
    // More than a page, so that its room is missed.
    let note = (0..<4000).map { "ghi chú \($0)" }.joined(separator: "\n")
    try start.folder.write(note, to: "thu/ghi-chu.txt")
    let collect = { (block: MailedBlock) in
      _ = try block.succeed(["collect", block.path, block.mails])
    }
    if collected { try collect(start) }
    let undisturbed = try MailedBlock(copying: start)
    try collect(undisturbed)
    try undisturbed.succeed(["consolidate", undisturbed.path])
    return (start, undisturbed)
  }

  static let cases: [(command: [String], room: Int)] = ["collect khoi thu", "consolidate khoi"]
    .flatMap { command in
      [0, 4, 32, 64, 128, 256, 1024].map {
        (command.split(separator: " ").map(String.init), $0)
      }
    }

  @Test(
    "says so and what to do, leaves what was there, and the next run heals", arguments: cases)
  func full(_ item: (command: [String], room: Int)) throws {
    let (start, undisturbed) =
      try item.command[0] == "collect" ? Self.toCollect.get() : Self.toConsolidate.get()
    let results = try TemporaryFolder()
    let program = CommandLineTests.program.path
    let outcome = try OwnMounts.run(
      Self.script,
      [
        program, start.folder.path, results.path,
        "\(item.room)",
      ] + item.command)
    #expect(outcome.status == 0, "\(outcome.output)")
    func text(_ name: String) throws -> String {
      String(decoding: try results.read(name), as: UTF8.self)
    }
    let status = try text("status").trimmingCharacters(in: .newlines)
    let errors = try text("errors")
    #expect(["0", "73", "74"].contains(status), "\(errors)")
    if status != "0" {
      #expect(errors.contains("ổ đĩa đã đầy"), "\(errors)")
      #expect(errors.contains("giải phóng chỗ trống"), "\(errors)")
    }
    if item.room == 0 { #expect(status != "0") }

    let left = MailedBlock.files(in: "\(results.path)/full/khoi/ket-qua")
    #expect([start.reports, undisturbed.reports].contains(left), "\(left.keys.sorted())")
    #expect(MailedBlock.files(in: "\(results.path)/full/thu") == start.sources)
    let submissions = MailedBlock.files(in: "\(results.path)/full/khoi/bai-nop")
    for (name, bytes) in start.submissions { #expect(submissions[name] == bytes) }
    for (name, bytes) in submissions { #expect(undisturbed.submissions[name] == bytes) }
    let found = try Ledger.verify(block: "\(results.path)/full/khoi")
    #expect(found.isSound, "\(found)")

    let again = try text("again")
    #expect(!again.contains("failed"), "\(again)")
    #expect(MailedBlock.files(in: "\(results.path)/healed/khoi/ket-qua") == undisturbed.reports)
    #expect(MailedBlock.files(in: "\(results.path)/healed/khoi/bai-nop") == undisturbed.submissions)
  }
}
