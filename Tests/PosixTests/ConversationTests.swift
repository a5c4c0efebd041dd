// Programs that receive input and write to both outputs.

import Platform
import Posix
import Testing

@Suite("Programs with input and output") struct ConversationTests {
  private func converse(_ words: [String], variables: [String: String] = [:], input: [UInt8] = []) throws -> (
    output: [UInt8], errors: [UInt8], status: Int32
  ) {
    Platform.ignore(SIGPIPE)
    let child = try Child(conversingWith: words, variables: variables)
    var (output, errors, rest, block) = ([UInt8](), [UInt8](), input[...], [UInt8](repeating: 0, count: 65_536))
    while true {
      var watched: [(descriptor: Int32, event: Wait.Event)] = [(child.output.number, .read)]
      if let end = child.input { watched.append((end.number, .write)) }
      _ = try Wait.any(watched, until: .after(seconds: 60), or: nil)
      if let end = child.input {
        let count = rest.withUnsafeBytes { Platform.write(end.number, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        if rest.isEmpty || (count < 0 && errno == EPIPE) { child.endInput() }
      }
      let count = Platform.read(child.output.number, &block, block.count)
      if count > 0 { output += block[..<count] }
      if count == 0 { break }
    }
    let status = try child.wait(until: .after(seconds: 60), or: nil)
    let end = try #require(child.errors)
    let count = Platform.read(end.number, &block, block.count)
    if count > 0 { errors += block[..<count] }
    return (output, errors, status)
  }

  @Test("input of any size comes back complete", arguments: [0, 1, 65_536, 1_000_000]) func echo(_ count: Int) throws {
    let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let result = try converse(["cat"], input: octets)
    #expect(result.output == octets)
    #expect(result.status == 0)
  }

  @Test("its input blocks until there is more, without EAGAIN") func waits() throws {
    let child = try Child(conversingWith: ["sh", "-c", "echo ready; read -r line && echo \"got $line\" || echo failed"], variables: [:])
    var octets: [UInt8] = []
    func read() throws {
      _ = try Wait.any([(child.output.number, .read)], until: .after(seconds: 60), or: nil)
      var block = [UInt8](repeating: 0, count: 100)
      let count = Platform.read(child.output.number, &block, block.count)
      if count > 0 { octets += block[..<count] }
    }
    while octets != Array("ready\n".utf8) { try read() }
    Wait.pause(seconds: 0.1)
    let end = try #require(child.input)
    #expect(Platform.write(end.number, Array("it\n".utf8), 3) == 3)
    while octets != Array("ready\ngot it\n".utf8) { try read() }
    child.endInput()
    #expect(try child.wait(until: .after(seconds: 60), or: nil) == 0)
  }

  @Test("its standard error arrives separately from its output") func errors() throws {
    let result = try converse(["sh", "-c", "echo out; echo err >&2; exit 3"])
    #expect(result.output == Array("out\n".utf8))
    #expect(result.errors == Array("err\n".utf8))
    #expect(result.status == 3)
  }

  @Test("its environment differs only in the given variables") func environment() throws {
    let changed = try converse(
      ["sh", "-c", "echo \"$SETUP_TEST_NEW|$HOME\""], variables: ["SETUP_TEST_NEW": "a=b c", "HOME": "/elsewhere"])
    #expect(changed.output == Array("a=b c|/elsewhere\n".utf8))
    let kept = try converse(["sh", "-c", "env | grep -c '^HOME='; echo \"$PATH\""], variables: ["HOME": "/elsewhere", "HOM": "x"])
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    #expect(kept.output == Array("1\n\(path)\n".utf8))
  }

  @Test("a program that does not read its input") func deaf() throws {
    #expect(try converse(["true"], input: Array(repeating: 1, count: 1_000_000)).status == 0)
  }
}
