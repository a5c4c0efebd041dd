// What a secret is, which decides the octets that it may have and their number.

extension Secret {
  /// The kinds of secrets.
  package enum Kind: Sendable, CaseIterable {
    /// What a server gets as a password.
    case password
    /// An OAuth access token.
    case accessToken
    /// What this program keeps in a keyring for an account with tokens (`TokenRecord`).
    case tokenRecord

    /// The maximum number of octets.
    package var limit: Int {
      switch self {
      // RFC 4954, section 4 allows 12,288 octets in base64; no provider needs a tenth of that for a password.
      case .password: 1_024
      // The most that still fits in 12,288 octets of base64 together with a user name. Tokens of Microsoft can exceed 4,096 octets.
      case .accessToken: 8_192
      // Two tokens, a client secret and their names.
      case .tokenRecord: 32_768
      }
    }
  }

  /// The reason why octets cannot be a secret that this program sends.
  package enum Error: Swift.Error, Equatable, Sendable, CaseIterable {
    /// `forbiddenOctet`: CR, LF or NUL would end or split a protocol line (RFC 4616, section 2 forbids NUL). A token consists of the
    /// characters of RFC 6750, section 2.1.
    case empty, forbiddenOctet, tooLong
  }

  /// The maximum length of a password in octets.
  package static let limit = Kind.password.limit

  /// The reason why this secret cannot be a password. `nil` if it can be one.
  package var fault: Error? { fault(as: .password) }

  /// The reason why this secret cannot be one of `kind`. `nil` if it can be one.
  package func fault(as kind: Kind) -> Error? {
    withOctets { octets in
      if octets.isEmpty { return .empty }
      if octets.count > kind.limit { return .tooLong }
      return switch kind {
      case .password, .tokenRecord:
        octets.contains { $0 == .nul || $0 == .carriageReturn || $0 == .lineFeed } ? .forbiddenOctet : nil
      case .accessToken: isToken ? nil : .forbiddenOctet
      }
    }
  }

  /// Returns whether the octets can be an access token: b64token of RFC 6750, section 2.1. No other octets may reach a protocol line
  /// or a header field.
  package var isToken: Bool {
    withOctets { octets in
      let rest = octets.drop { $0.isLetter || $0.isDigit || "-._~+/".utf8.contains($0) }
      return rest.count < octets.count && rest.allSatisfy { $0 == UInt8(ascii: "=") }
    }
  }
}
