// Plays steps over one connection and records the input. Only the thread of the connection uses it.

import LoopbackServer
import Vocabulary

final class Script {
  private let connection: ServerConnection
  private let recorder: Recorder
  private var tag: Tag?

  private init(_ connection: ServerConnection, _ recorder: Recorder) { (self.connection, self.recorder) = (connection, recorder) }

  /// What follows a step.
  private enum Outcome {
    case goOn
    case mismatch(expected: String, received: [UInt8])
    /// The server ends the connection here, without reading what is left.
    case abort
  }

  /// Plays `steps` in order. An unexpected line or the end of the connection ends the script. Then the server closes
  /// the connection gracefully and records what the client still sends.
  static func play(_ steps: [Step], over connection: ServerConnection, recording recorder: Recorder) {
    connection.observer = recorder
    let end = Script(connection, recorder).play(steps)
    if end != nil { recorder.add(connection.leave(), to: \.surplus) }
    recorder.note { $0.end = end ?? .finished }
  }

  /// Returns how the script ended, or `nil` if the connection is to be aborted.
  private func play(_ steps: [Step]) -> Recording.End? {
    for (number, step) in steps.enumerated() {
      do {
        switch try play(step) {
        case .goOn: continue
        case .mismatch(let expected, let received): return .mismatch(step: number, expected: expected, received: received)
        case .abort: return nil
        }
      } catch {
        return .broken(step: number, error)
      }
    }
    return .finished
  }

  private func play(_ step: Step) throws(ConnectionEnd) -> Outcome {
    switch step {
    case .tls(let identity, let options): try connection.startTLS(as: identity, options)
    case .say(let octets): try connection.write(filled(octets))
    case .drip(let octets, let milliseconds): try write(filled(octets).map { [$0] }, milliseconds)
    case .segments(let list, let milliseconds): try write(list.map(filled), milliseconds)
    case .flood(let octets, let times): try flood(filled(octets), times)
    case .sayBroken(let octets): try connection.layer?.writeBroken(filled(octets))
    case .rawAfterTLS(let octets): try connection.writeBeneathTLS(filled(octets))
    case .alert(let number): try connection.writeBeneathTLS([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, number])
    case .tickets(let count): try connection.layer?.tickets(count)
    case .keyUpdates(let count): try connection.layer?.keyUpdates(count)
    case .renegotiate(let identity): try connection.layer?.renegotiate(as: identity)
    case .expect(let text): return try expect(LinePattern(text, .whole))
    case .expectPrefix(let text): return try expect(LinePattern(text, .start))
    case .expectAny: _ = try readLine()
    case .expectOctets(let count): _ = try connection.readOctets(count)
    case .expectRecord: try expectRecord()
    case .expectEnd: return try expectEnd()
    case .answerEach(let octets): try answerEach(octets)
    case .silence: try silence()
    case .pause(let milliseconds): try connection.pause(milliseconds: milliseconds)
    case .fin: connection.finish()
    case .closeNotify: try connection.closeNotify()
    case .deaf: connection.stopReading()
    case .rst:
      connection.reset()
      return .abort
    }
    return .goOn
  }

  private func filled(_ octets: Octets) -> [UInt8] { Tag.fill(octets.array, with: tag) }

  private func write(_ segments: [[UInt8]], _ milliseconds: Int) throws(ConnectionEnd) {
    for (number, segment) in segments.enumerated() {
      if number > 0 { try connection.pause(milliseconds: milliseconds) }
      try connection.write(segment)
    }
  }

  private func flood(_ octets: [UInt8], _ times: Int) throws(ConnectionEnd) {
    guard !octets.isEmpty else { return }
    // Many copies per write. With many small writes a test would measure the kernel.
    let copies = max(16_384 / octets.count, 1)
    let block = Array(repeatElement(octets, count: copies).joined())
    do {
      for _ in 0..<(times / copies) { try connection.write(block) }
      try connection.write(Array(block.prefix(times % copies * octets.count)))
    } catch { try endWell(error) }
  }

  private func readLine() throws(ConnectionEnd) -> [UInt8] {
    let line = try connection.readLine()
    recorder.add(line: line)
    tag = Tag(of: line) ?? tag
    return line
  }

  private func expect(_ pattern: LinePattern) throws(ConnectionEnd) -> Outcome {
    let before = tag
    let line = try readLine()
    return pattern.matches(line, after: before) ? .goOn : .mismatch(expected: pattern.description, received: line)
  }

  /// Reads one TLS record (RFC 8446, section 5.1): one octet of type, two of version, two of length, then the fragment.
  private func expectRecord() throws(ConnectionEnd) {
    let header = try connection.readOctets(5)
    _ = try connection.readOctets(Int(header[3]) << 8 | Int(header[4]))
  }

  private func expectEnd() throws(ConnectionEnd) -> Outcome {
    do {
      return .mismatch(expected: "the end of the connection", received: try connection.readSome())
    } catch { try endWell(error) }
    return .goOn
  }

  private func answerEach(_ octets: Octets) throws(ConnectionEnd) {
    do {
      while true {
        _ = try readLine()
        try connection.write(filled(octets))
      }
    } catch { try endWell(error) }
  }

  private func silence() throws(ConnectionEnd) {
    do { while true { recorder.add(try connection.readSome(), to: \.surplus) } } catch { try endWell(error) }
  }

  /// Accepts every way in which the client may end a step that lasts until the client leaves.
  private func endWell(_ end: ConnectionEnd) throws(ConnectionEnd) {
    switch end {
    case .closed, .reset, .tls: break
    case .deadline, .stopped, .lineTooLong, .system: throw end
    }
  }
}
