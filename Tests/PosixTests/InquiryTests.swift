// Programs run for an answer, with a limited environment, time and output.

import Platform
import Posix
import Testing

@Suite("Programs run for an answer")
struct InquiryTests {
  private static func run(_ script: String, within seconds: Double = 20, _ interrupt: Interrupt? = nil) throws -> Inquiry {
    let latch = try #require(interrupt ?? Interrupt())
    return try Inquiry.run(["/bin/sh", "-c", script], environment: ["A=b c"], within: seconds, or: latch)
  }

  @Test("returns both outputs and the exit status")
  func answers() throws {
    let answer = try Self.run("echo out; echo err >&2; exit 3")
    #expect(answer.output == Array("out\n".utf8) && answer.errors == Array("err\n".utf8) && answer.status == 3)
    #expect(try Self.run("kill -TERM $$").status == 128 + SIGTERM)
  }

  @Test("has exactly the given environment, no input, and no process group of the terminal")
  func surroundings() throws {
    let answer = try Self.run("echo \"$A\"; cat; test -z \"$HOME$PATH_X\" && echo bare; ps -o pgid= -p $$ 2>/dev/null | tr -d ' '; echo $$")
    let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
    #expect(lines.prefix(2) == ["b c", "bare"])
    #expect(lines.count < 4 || lines[2] == lines[3])
  }

  @Test("a program that is missing, prints too much or never ends has no answer")
  func failures() throws {
    let latch = try #require(Interrupt())
    #expect(throws: Inquiry.Failure.missing) { try Inquiry.run(["/nonexistent/x"], environment: [], within: 5, or: latch) }
    #expect(throws: Inquiry.Failure.tooMuch) { try Self.run("head -c 400000 /dev/zero") }
    #expect(throws: Inquiry.Failure.tooMuch) { try Self.run("exec 1>&2; head -c 400000 /dev/zero") }
    #expect(throws: Inquiry.Failure.timedOut) { try Self.run("sleep 30", within: 0.2) }
    latch.raise(SIGINT)
    #expect(throws: Inquiry.Failure.interrupted) { try Self.run("sleep 30", latch) }
  }

  @Test("output of exactly the limit arrives complete")
  func whole() throws {
    let answer = try Self.run("head -c \(Inquiry.limit) /dev/zero; head -c 100000 /dev/zero >&2")
    #expect(answer.output.count == Inquiry.limit && answer.errors.count == 100_000)
  }
}
