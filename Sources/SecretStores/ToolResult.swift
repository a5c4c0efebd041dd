// The result of a keyring's program.

import AccountStore
import Posix
import Vocabulary

struct ToolResult {
  /// The exit status. 0 if the program has printed its answer and still runs.
  let status: Int32
  let output: Secret
  let errors: Secret
  /// Whether `output` is everything that the program printed.
  let isWhole: Bool
  /// `errors` as text that may be shown. Empty if the program repeated its input there.
  let complaint: String

  /// The maximum size of each output in octets. No secret needs more.
  static let limit = 65_536

  /// `input` is what the program read.
  init(_ result: Subprocess.Result, of input: Secret?) {
    status = result.status ?? 0
    (output, errors, isWhole) = (result.output, result.errors, result.isWhole)
    complaint = Self.text(result.errors, without: input)
  }

  private static func text(_ errors: Secret, without secret: Secret?) -> String {
    errors.withOctets { errors in
      let repeats = secret.map { $0.withOctets { octets in !octets.isEmpty && errors.firstRange(of: octets) != nil } } ?? false
      return repeats ? "" : errors.text
    }
  }

  /// The last line of the complaint, which usually contains the reason of a failure.
  var said: String? {
    complaint.split(whereSeparator: \.isNewline).map(String.init).last { line in line.contains { !$0.isWhitespace } }
  }

  func error(_ keyring: Keyring) -> SecretStoreError { .failed(keyring, status: status, said: said) }
}
