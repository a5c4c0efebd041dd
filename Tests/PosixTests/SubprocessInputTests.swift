// Programs that receive input and write to both outputs.

import Platform
import Posix
import Testing

@Suite("subprocesses with input") struct SubprocessInputTests {
  @Test("input of any size comes back complete", arguments: [0, 1, 65_536, 1_000_000]) func echo(_ count: Int) throws {
    let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let result = try SubprocessCall.reading(octets, ["cat"]).run()
    #expect(result.output.octets == octets && result.isWhole && result.status == 0)
  }

  #if os(Linux)
    @Test("its descriptors block until there is more, without EAGAIN") func waits() throws {
      let script = "for n in 0 1 2; do cat /proc/self/fdinfo/$n; done"
      let flags = try SubprocessCall.reading([1], ["sh", "-c", script]).run().output.text.split(separator: "\n")
        .filter { $0.hasPrefix("flags:") }.compactMap { Int32($0.split(whereSeparator: \.isWhitespace).last ?? "", radix: 8) }
      #expect(flags.count == 3 && flags.allSatisfy { $0 & O_NONBLOCK == 0 })
    }
  #endif

  @Test("a program that reads late receives everything") func slow() throws {
    let octets = [UInt8](repeating: 0x61, count: 200_000)
    #expect(try SubprocessCall.reading(octets, ["sh", "-c", "head -c 1; sleep 0.2; cat"]).run().output.octets == octets)
  }

  @Test("its standard error arrives separately from its output") func errors() throws {
    let result = try SubprocessCall.reading([], ["sh", "-c", "echo out; echo err >&2; exit 3"]).run()
    #expect(result.output.text == "out\n" && result.errors.text == "err\n" && result.status == 3)
  }

  @Test("its environment differs only in the given variables") func environment() throws {
    let changed = SubprocessCall.reading(
      [], ["sh", "-c", "echo \"$SETUP_TEST_NEW|$HOME\""], variables: ["SETUP_TEST_NEW": "a=b c", "HOME": "/elsewhere"])
    #expect(try changed.run().output.text == "a=b c|/elsewhere\n")
    let kept = SubprocessCall.reading(
      [], ["sh", "-c", "env | grep -c '^HOME='; echo \"$PATH\""], variables: ["HOME": "/elsewhere", "HOM": "x"])
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    #expect(try kept.run().output.text == "1\n\(path)\n")
  }

  @Test("a program that does not read its input", arguments: ["true", "exec <&-; sleep 0.2", "exec >&-; sleep 0.2"])
  func deaf(_ script: String) throws {
    #expect(try SubprocessCall.reading(Array(repeating: 1, count: 1_000_000), ["sh", "-c", script]).run().status == 0)
  }

  @Test("has exactly the given environment, no input, and no process group of the terminal")
  func surroundings() throws {
    let script = "echo \"$A\"; cat; test -z \"$HOME$PATH_X\" && echo bare; ps -o pgid= -p $$ 2>/dev/null | tr -d ' '; echo $$"
    let lines = try SubprocessCall.asking(["/bin/sh", "-c", script]).run().output.text.split(separator: "\n")
    #expect(lines.prefix(2) == ["b c", "bare"])
    #expect(lines.count < 4 || lines[2] == lines[3])
  }

  @Test("returns both outputs and the exit status") func answers() throws {
    let result = try SubprocessCall.asking(["/bin/sh", "-c", "echo out; echo err >&2; exit 3"]).run()
    #expect(result.output.text == "out\n" && result.errors.text == "err\n" && result.status == 3)
    #expect(try SubprocessCall.asking(["/bin/sh", "-c", "kill -TERM $$"]).run().status == 128 + SIGTERM)
  }
}
