// The mechanisms SCRAM-SHA-1 (RFC 5802) and SCRAM-SHA-256 (RFC 7677), with and without channel binding.

import Vocabulary

/// Three messages of the client. The server receives a proof of the password and must prove that it knows the password,
/// too.
package struct SCRAM: SASLMechanism {
  package let name: SASLMechanismName
  private let hash: any SASLHash
  private let password: Secret
  /// The client's first message without its GS2 header.
  private let first: String
  private let nonce: String
  /// The signature that the server must send. `nil` before the proof was sent.
  private var serverSignature: Secret?
  package private(set) var progress = SASLProgress.incomplete
  /// Whether the server's final message was received.
  private var isOver = false

  /// The channel binding of a mechanism whose name ends in `-PLUS`. `nil` for the others.
  private let binding: ChannelBinding?

  /// The GS2 header (RFC 5802, section 5). The client acts as no other user. Without channel binding it is `n`, although RFC 5802,
  /// section 6, wants `y` of a client that has one: Dovecot 2.4 behind Postfix offers none and refuses `y` as an attack. The list of
  /// mechanisms came over the checked connection, so that nobody has shortened it.
  private var header: String { binding.map { "p=\($0.kind.rawValue),," } ?? "n,," }
  /// The iteration counts that are accepted. RFC 7677, section 4, requires at least 4,096. 600,000 is the highest count that
  /// is recommended anywhere (OWASP); more would keep this computer busy for seconds.
  private static let iterations = 4_096...600_000
  /// The maximum length of a server's message in octets. Real ones have fewer than 200.
  private static let limit = 4_096

  /// Returns `nil` if the user name or the password contains control characters, which SASLprep prohibits (RFC 4013,
  /// section 2.3). Other characters are sent as they are: servers of the field do not normalise them either.
  package init?(
    _ name: SASLMechanismName, _ hash: any SASLHash, username: String, password: Secret, nonce: String, _ binding: ChannelBinding? = nil
  ) {
    func isControl(_ octet: UInt8) -> Bool { octet < 0x20 || octet == 0x7f }
    guard !username.utf8.contains(where: isControl), !password.withOctets({ $0.contains(where: isControl) }) else { return nil }
    (self.name, self.hash, self.password, self.nonce, self.binding) = (name, hash, password, nonce, binding)
    first = "n=\(username.saslName),r=\(nonce)"
  }

  package var initialResponse: SASLMessage? { .shown(header + first) }
  package var expectsSecretChallenge: Bool { serverSignature != nil && !isOver }

  package mutating func respond(to challenge: SASLChallenge) throws(SASLError) -> SASLMessage {
    guard !isOver, challenge.text.count <= Self.limit, let octets = challenge.octets else { throw .unexpectedChallenge }
    guard let serverSignature else { return try prove(octets) }
    isOver = true
    if try isProof(octets, serverSignature) { progress = .complete }
    return .shown("")
  }

  /// Reads the server's first message and returns the client's final message.
  private mutating func prove(_ serverFirst: [UInt8]) throws(SASLError) -> SASLMessage {
    guard let text = String(validating: serverFirst, as: UTF8.self), let message = SCRAMServerFirst(text),
      // The nonce must be the client's with an addition of the server (RFC 5802, section 5.1).
      message.nonce.hasPrefix(nonce), message.nonce.utf8.count > nonce.utf8.count, Self.iterations.contains(message.iterations)
    else { throw .unexpectedChallenge }
    let final = "c=\(Base64.encode(Array(header.utf8) + (binding?.octets ?? [])).text),r=\(message.nonce)"
    let authMessage = Array("\(first),\(text),\(final)".utf8)
    guard let salted = hash.pbkdf2(password, salt: message.salt, iterations: message.iterations),
      let clientKey = hash.hmac(key: salted, Array("Client Key".utf8)), let storedKey = hash.hash(clientKey),
      let signature = hash.hmac(key: storedKey, authMessage), let serverKey = hash.hmac(key: salted, Array("Server Key".utf8)),
      let expected = hash.hmac(key: serverKey, authMessage)
    else { throw .hashUnavailable }
    (serverSignature, progress) = (expected, .serverUnproven)
    let proof = Base64.encode(Self.xor(clientKey, signature))
    return .secret(Secret(pieces: [.plain(final + ",p="), .secret(proof)]))
  }

  /// Returns whether the server's final message proves that it knows the password. `e=` is the reason of a refusal; the
  /// refusal itself follows the empty response.
  private func isProof(_ serverFinal: [UInt8], _ expected: Secret) throws(SASLError) -> Bool {
    if serverFinal.starts(with: "e=".utf8) {
      switch serverFinal.dropFirst(2).text {
      case "channel-bindings-dont-match": throw .otherChannel
      case "channel-binding-not-supported", "unsupported-channel-binding-type", "server-does-support-channel-binding":
        throw .unusableBinding
      default: return false
      }
    }
    let value = serverFinal.prefix { $0 != UInt8(ascii: ",") }
    guard value.starts(with: "v=".utf8), let signature = Base64.decode(value.dropFirst(2)) else { throw .unexpectedChallenge }
    let isEqual = expected.withOctets { octets in
      octets.count == signature.count && zip(octets, signature).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
    guard isEqual else { throw .wrongServerProof }
    return true
  }

  private static func xor(_ left: Secret, _ right: Secret) -> Secret {
    Secret(capacity: left.count) { buffer in
      left.withOctets { left in
        right.withOctets { right in
          for index in left.indices { buffer[index] = left[index] ^ right[index] }
          return left.count
        }
      }
    }
  }
}

/// The server's first message: nonce, salt and iteration count (RFC 5802, section 7).
private struct SCRAMServerFirst {
  let nonce: String
  let salt: [UInt8]
  let iterations: Int

  /// Returns `nil` if `text` is malformed, or begins with a mandatory extension (`m=`), which no client knows.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    func value(_ index: Int, _ name: String) -> Substring.UTF8View.SubSequence? {
      guard parts.indices.contains(index), parts[index].starts(with: "\(name)=".utf8) else { return nil }
      return parts[index].dropFirst(2)
    }
    guard let nonce = value(0, "r"), let encoded = value(1, "s"), let salt = Base64.decode(encoded), !salt.isEmpty,
      let digits = value(2, "i"),
      (1...7).contains(digits.count), digits.allSatisfy(\.isDigit), let iterations = Int(digits.text)
    else { return nil }
    (self.nonce, self.salt, self.iterations) = (nonce.text, salt, iterations)
  }
}
