// The calls of the tests of subprocesses.

import Platform
import Posix
import Testing
import Vocabulary

extension SubprocessCall {
  /// A call of a program that only prints, as that of a command that prints a password.
  static func printing(_ words: [String], limit: Int = 1 << 20) -> SubprocessCall {
    SubprocessCall(
      words, environment: .inherited(except: [:]), input: .inherited, errors: .inherited, hasOwnGroup: false, limit: limit,
      excess: .refused, ending: .line)
  }

  /// A call of a program that reads `input`, as that of a keyring's program.
  static func reading(_ input: [UInt8], _ words: [String], variables: [String: String] = [:], limit: Int = 1 << 20) -> SubprocessCall {
    SubprocessCall(
      words, environment: .inherited(except: variables), input: .secret(Secret(copying: input)), errors: .captured, hasOwnGroup: false,
      limit: limit, excess: .cut, ending: .exit)
  }

  /// A call of a keyring's program that reads nothing.
  static func answering(_ words: [String], limit: Int = 1 << 20) -> SubprocessCall {
    SubprocessCall(
      words, environment: .inherited(except: [:]), input: .none, errors: .captured, hasOwnGroup: false, limit: limit, excess: .cut,
      ending: .output)
  }

  /// A call of a mail client's program.
  static func asking(_ words: [String], variables: [String: String] = ["A": "b c"], limit: Int = 1 << 18) -> SubprocessCall {
    SubprocessCall(
      words, environment: .exactly(variables), input: .none, errors: .captured, hasOwnGroup: true, limit: limit, excess: .refused,
      ending: .exit)
  }

  func run(within seconds: Double = 60, _ interrupt: Interrupt? = nil) throws -> Subprocess.Result {
    Platform.ignore(SIGPIPE)
    let latch = try #require(interrupt ?? Interrupt())
    return try Subprocess.run(self, until: .after(seconds: seconds), or: latch)
  }
}

extension Secret {
  var octets: [UInt8] { withOctets { Array($0) } }
  var text: String { String(decoding: octets, as: UTF8.self) }
}
