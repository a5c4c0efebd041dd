// The login keychain of macOS, by security(1). The code follows its published source and was only tested with a stand-in program.

import AccountStore
import Platform
import Vocabulary

/// An entry is a generic password with service `mailsetup` and account ENTRY.
struct KeychainStore: SecretStore {
  let tools: StoreTools
  private static let program = "security"
  /// errSecItemNotFound (-25300) and errSecInteractionNotAllowed (-25308), modulo 256, because an exit status has eight bits.
  private static let notFound: Int32 = 44
  private static let isLocked: Int32 = 36

  func check() throws(SecretStoreError) {
    #if canImport(Darwin)
      let isThere = tools.environment.executable(named: Self.program) != nil
    #else
      // Another system may have another program of that name.
      let isThere = false
    #endif
    guard isThere else { throw .notInstalled(.keychain) }
  }

  func read(_ entry: String) throws(SecretStoreError) -> Content {
    // -g prints the password on standard error. With -w, text and hexadecimal digits look the same.
    let result = try run(["find-generic-password", "-s", "mailsetup", "-a", entry, "-g"])
    switch result.status {
    case 0: break
    case Self.notFound: throw .missing(.keychain, entry: entry)
    case Self.isLocked: throw .locked(.keychain)
    // Its errors may contain the secret.
    default: throw .failed(.keychain, status: result.status, said: nil)
    }
    guard let secret = KeychainAnswer.secret(in: result.errors) else { throw .unusable(.keychain, .empty) }
    return Content(octets: secret)
  }

  /// The whole value is the secret.
  let lineEnd = ""

  /// A line break or NUL ends a command.
  func canWrite(_ octets: Secret) -> Bool { octets.withOctets { !$0.contains(.nul) && !$0.contains(.lineFeed) } }

  /// In argv other users would see the secret. With `-i`, security(1) reads commands from standard input.
  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    let command = Secret.lines([
      .plain("add-generic-password -U -s mailsetup -a "), .quoted(Secret(copying: entry.utf8)), .plain(" -w "), .quoted(octets),
      .plain("\n"),
    ])
    // The exit status is not that of the command. `keep` reads the entry back.
    _ = try run(["-i"], input: command)
  }

  func remove(_ entry: String) throws(SecretStoreError) {
    let result = try run(["delete-generic-password", "-s", "mailsetup", "-a", entry])
    guard result.status == 0 else { throw result.error(.keychain) }
  }

  private func run(_ words: [String], input: Secret? = nil) throws(SecretStoreError) -> ToolResult {
    try tools.run(.keychain, [Self.program] + words, input: input)
  }
}

/// The form in which security(1) prints a password: `password: "TEXT"`, or `password: 0xHEX  "TEXT"` if it has octets that are
/// not printable ASCII or are backslashes (SecurityTool, print_buffer).
enum KeychainAnswer {
  /// Returns `nil` if there is no such line, or if the password is empty.
  static func secret(in errors: Secret) -> Secret? {
    errors.withOctets { all in
      let lead = Array("password: ".utf8)
      guard let line = all.split(separator: UInt8.lineFeed).first(where: { $0.starts(with: lead) }) else { return nil }
      let value = line.dropFirst(lead.count)
      if value.first == .quote, value.last == .quote, value.count > 2 { return Secret(copying: value.dropFirst().dropLast()) }
      guard value.starts(with: Array("0x".utf8)) else { return nil }
      let digits = value.dropFirst(2).prefix { $0 != .space }
      return Secret(capacity: digits.count / 2) { buffer in
        var (count, high) = (0, UInt8?.none)
        for digit in digits {
          guard let value = Character(UnicodeScalar(digit)).hexDigitValue.map(UInt8.init) else { return 0 }
          if let upper = high {
            buffer[count] = upper << 4 | value
            (count, high) = (count + 1, nil)
          } else {
            high = value
          }
        }
        return count
      }
    }
  }
}
