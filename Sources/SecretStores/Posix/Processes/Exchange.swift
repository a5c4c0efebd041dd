// One run of a program that is handed a secret or hands one out: all in memory that is wiped, all with one deadline.

import AccountStore
import Platform
import Posix
import Vocabulary

struct Exchange {
  /// As a shell is told: 128 and the number of a signal.
  let status: Int32
  /// The beginning of what it printed and of what it said on standard error; what no secret could need is left out.
  let output: Secret
  let errors: Secret
  /// Whether `output` is all that it printed.
  let isWhole: Bool
  /// `errors` as text, for what is shown; empty where the program repeats what it was handed.
  let complaint: String

  enum Fault: Error {
    case timedOut, interrupted
    case system(SystemError)
  }

  /// Octets of each that are kept; the rest is read and dropped, so that the program can go on.
  static let limit = 65_536

  /// Runs `words` with `input` and nothing else on its standard input. The program is ended when `deadline` has passed or
  /// `interrupt` is raised.
  init(
    _ words: [String], input: Secret?, variables: [String: String], until deadline: Deadline, or interrupt: Interrupt
  ) throws(Fault) {
    let child: Child
    do throws(SystemError) {
      child = try Child(conversingWith: words, variables: variables)
    } catch {
      throw .system(error)
    }
    var status: Int32 = 0
    var errors: Secret?
    var isWhole = true
    do throws(Wait.End) {
      output = try Secret(capacity: Self.limit) { (buffer) throws(Wait.End) in
        var output = Collected(buffer)
        errors = try Secret(capacity: Self.limit) { (buffer) throws(Wait.End) in
          var errors = Collected(buffer)
          try Self.converse(child, input, &output, &errors, deadline, interrupt)
          status = try Self.ending(of: child, isAnswer: input == nil && output.count > 0, deadline, interrupt)
          // What it said last. Its end of the pipe is closed, or in the hands of a daemon it has left behind.
          if let end = child.errors { _ = errors.read(end) }
          return errors.count
        }
        isWhole = output.isWhole
        return output.count
      }
    } catch {
      child.end()
      throw error == .interrupted ? .interrupted : .timedOut
    }
    (self.status, self.isWhole) = (status, isWhole)
    self.errors = errors ?? Secret(copying: [])
    complaint = Self.text(self.errors, without: input)
  }

  /// Feeds and reads until the program has closed its output, or has ended: a daemon that it has left behind, as gpg does
  /// its agent, may hold the output open for days.
  private static func converse(
    _ child: Child, _ input: Secret?, _ output: inout Collected, _ errors: inout Collected, _ deadline: Deadline, _ interrupt: Interrupt
  ) throws(Wait.End) {
    var (fed, isComplaining) = (0, true)
    if input == nil { child.endInput() }
    while true {
      // Taken note of before what it has said is read: then nothing more can come from itself.
      let hasEnded = child.status != nil
      var watched: [(descriptor: Int32, event: Wait.Event)] = [(child.output.number, .read)]
      if isComplaining, !hasEnded, let end = child.errors { watched.append((end.number, .read)) }
      if let end = child.input { watched.append((end.number, .write)) }
      do throws(Wait.End) {
        _ = try Wait.any(watched, until: min(deadline, .after(seconds: hasEnded ? 0 : 0.05)), or: interrupt)
      } catch {
        if error == .interrupted || deadline.hasPassed { throw error }
        if hasEnded { return }
      }
      // None of them waits, so it does no harm to try those that are not ready.
      if let end = child.input, let input { feed(end, input, &fed, child) }
      if isComplaining, let end = child.errors { isComplaining = errors.read(end) }
      if !output.read(child.output) { return }
    }
  }

  /// How the program ended that has closed its output. One that was asked, has answered and lives on is left alone; where
  /// there is no answer its end is the answer, and is waited for.
  private static func ending(
    of child: Child, isAnswer: Bool, _ deadline: Deadline, _ interrupt: Interrupt
  ) throws(Wait.End) -> Int32 {
    do throws(Wait.End) {
      return try child.wait(until: isAnswer ? min(deadline, .after(seconds: 0.5)) : deadline, or: interrupt)
    } catch {
      guard error == .deadline, isAnswer else { throw error }
      child.leave()
      return 0
    }
  }

  private static func feed(_ end: FileDescriptor, _ input: Secret, _ fed: inout Int, _ child: Child) {
    let written = input.withOctets { octets in
      Platform.write(end.number, octets.baseAddress.map { $0 + fed }, octets.count - fed)
    }
    if written > 0 { fed += written }
    // A program that does not read what it is given is found out when the secret is read back.
    if fed == input.count || (written < 0 && errno != EAGAIN && errno != EINTR) { child.endInput() }
  }

  private static func text(_ errors: Secret, without secret: Secret?) -> String {
    errors.withOctets { errors in
      let repeats = secret.map { $0.withOctets { octets in !octets.isEmpty && errors.firstRange(of: octets) != nil } } ?? false
      return repeats ? "" : errors.text
    }
  }
}

/// What has come out of a pipe so far, in memory that belongs to a secret.
private struct Collected {
  private let buffer: UnsafeMutableRawBufferPointer
  private(set) var count = 0
  private(set) var isWhole = true

  init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

  /// Reads what is there; whether there may be more to come.
  mutating func read(_ end: FileDescriptor) -> Bool {
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
    guard room.isEmpty else {
      let got = Platform.read(end.number, room.baseAddress, room.count)
      if got > 0 { count += got }
      return Self.goesOn(got)
    }
    return withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { excess in
      // It may be the rest of a secret.
      defer { Platform.wipe(excess) }
      let got = Platform.read(end.number, excess.baseAddress, excess.count)
      if got > 0 { isWhole = false }
      return Self.goesOn(got)
    }
  }

  private static func goesOn(_ got: Int) -> Bool { got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR)) }
}

extension Exchange {
  /// The last line of the complaint: the one that says what it came to.
  var said: String? {
    complaint.split(whereSeparator: \.isNewline).map(String.init).last { line in line.contains { !$0.isWhitespace } }
  }

  func fault(_ keyring: Keyring) -> SecretStoreError { .failed(keyring, status: status, said: said) }
}
