// A disk that is full, or files that must not grow, at each step of a refresh and of a first sign-in.

import Platform
import Posix
import TestSupport
import Testing

@Suite("a full disk loses no token", .waiting) struct FullDiskTests {
  /// Runs `script` with `$setup`, in a mount namespace of its own.
  private func mounted(_ bench: StrictBench, _ script: String) throws -> ProcessResult {
    let words = try #require(Equipment.mounting)
    let environment = ProcessBuilt.environment(bench.environment).merging(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { $1 }
    let call = words + ["/bin/sh", "-e", "-c", script, "sh", try ProcessBuilt.setup.get()]
    return try ProcessCall(call[0], Array(call.dropFirst()), environment: environment).run(within: 60)
  }

  @Test(
    "a refresh, with room for so many blocks", .enabled(if: Equipment.mounting != nil, "needs unshare(1) and the right to use it"),
    arguments: 0...4)
  func refresh(_ blocks: Int) throws {
    let bench = try StrictBench(StrictServer())
    try bench.signIn("file")
    try bench.expire(bench.file)
    let folder = "\(bench.home.path)/\(StrictBench.filed)"
    let script = """
      cp -p '\(bench.file)' '\(bench.home.path)/kept'
      mount -t tmpfs -o size=64k,mode=700 none '\(folder)'
      cp -p '\(bench.home.path)/kept' '\(bench.file)'
      head -c $(((15 - \(blocks)) * 4096)) /dev/zero > '\(folder)/other'
      "$1" secret work > '\(bench.home.path)/first' || echo "status $?"
      rm '\(folder)/other'
      "$1" secret work > '\(bench.home.path)/second'
      rm '\(bench.home.path)/kept'
      sed -i 's/"expires":[0-9]*/"expires":1/; s/"issued":[0-9]*/"issued":0/' '\(bench.file)'
      "$1" secret work > '\(bench.home.path)/third'
      ls -A '\(folder)'
      """
    let result = try mounted(bench, script)
    #expect(result.end == .exited(0), "\(result.text)\(result.complaint)")
    #expect(bench.server.opens(try #require(ProcessFolder.read("\(bench.home.path)/second")).dropLast()), "\(result.complaint)")
    #expect(bench.server.opens(try #require(ProcessFolder.read("\(bench.home.path)/third")).dropLast()), "\(result.complaint)")
    #expect(result.text.hasSuffix("\(StrictBench.address)\n") && !result.text.contains("~new"), "\(result.text)")
    // Without room for the rehearsal the server was not asked.
    #expect(result.text.contains("status 73") == (blocks == 0), "\(result.text)\(result.complaint)")
    #expect(result.complaint.contains("No space left on device") == (blocks == 0), "\(result.complaint)")
  }

  @Test(
    "a first sign-in, with room for so many blocks",
    .enabled(if: Equipment.mounting != nil, "needs unshare(1) and the right to use it"), arguments: 0...6)
  func first(_ blocks: Int) throws {
    let bench = try StrictBench(StrictServer())
    let path = bench.home.path
    let sign = "\"$1\" " + bench.signingIn("file").map { "'\($0)'" }.joined(separator: " ")
    let out = try ProcessFolder()
    let script = """
      mount -t tmpfs -o size=64k,mode=700 none '\(path)'
      head -c $(((16 - \(blocks)) * 4096)) /dev/zero > '\(path)/other'
      \(sign) > /dev/null || echo "status $?"
      rm '\(path)/other'
      "$1" accounts | grep -q work || { echo again; \(sign) > /dev/null; }
      "$1" secret work > '\(out.path)/token'
      "$1" accounts remove work --yes > /dev/null
      find '\(path)' -type f ! -name '*.lock' ! -name accounts.json
      """
    let result = try mounted(bench, script)
    #expect(result.end == .exited(0), "\(result.text)\(result.complaint)")
    #expect(try #require(ProcessFolder.read("\(out.path)/token")).isEmpty == false, "\(result.complaint)")
    #expect(result.text.contains("again") == result.text.contains("status"), "\(result.text)\(result.complaint)")
    #expect(!result.text.contains(path), "left: \(result.text)")
    if blocks == 0 { #expect(result.text.contains("status 73"), "\(result.text)\(result.complaint)") }
    if blocks == 6 { #expect(result.text == "", "\(result.text)\(result.complaint)") }
  }

  @Test("a limit on files that the new tokens exceed and the old ones did not: kept without the access token") func limit() throws {
    let bench = try StrictBench(StrictServer(accessLength: 3_000))
    try bench.signIn("file")
    // The access token of the record before was short.
    let text = String(decoding: try #require(ProcessFolder.read(bench.file)), as: UTF8.self)
    _ = try ProcessCall("/usr/bin/tee", [bench.file], environment: [:])
      .with { $0.input = .text(text.replacing(/x{3000}/, with: "x")) }.run()
    try bench.expire(bench.file)
    let call = try bench.call(["secret", "work"])
    let limited = ProcessCall(
      "/bin/sh", ["-c", "ulimit -f 4; exec \"$@\"", "sh", try ProcessBuilt.setup.get(), "secret", "work"], environment: call.environment)
    let first = try limited.run()
    #expect(bench.isGood(first), "\(first.complaint)")
    #expect(bench.server.refreshes == 1 && bench.entries(StrictBench.filed) == [StrictBench.address])
    #expect(bench.isGood(try bench.run(["secret", "work"])) && bench.server.refreshes == 2)
  }
}
