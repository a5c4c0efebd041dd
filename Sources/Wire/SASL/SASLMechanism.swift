// What all SASL mechanisms have in common (RFC 4422): messages and challenges, without the protocol that carries them.

import Vocabulary

/// One exchange of a mechanism, from the client's side.
package protocol SASLMechanism: Sendable {
  /// The name in the lists of servers.
  var name: SASLMechanismName { get }

  /// The message that the client sends without waiting for a challenge. `nil` if the server sends the first message.
  var initialResponse: SASLMessage? { get }

  /// Returns the response to `challenge`, which came after the initial response. Throws if there is none.
  mutating func respond(to challenge: SASLChallenge) throws(SASLError) -> SASLMessage

  /// How far the exchange is, provided that the initial response was sent.
  var progress: SASLProgress { get }

  /// Returns whether `challenge` asks again for the initial response that was on the command line.
  func isRequest(_ challenge: SASLChallenge) -> Bool

  /// Whether the next challenge is computed from the secret, so that the trace must not contain it.
  var expectsSecretChallenge: Bool { get }

  /// What the server said about a token that it refuses. `nil` if it said nothing.
  var tokenStatus: TokenStatus? { get }
}

extension SASLMechanism {
  package func isRequest(_ challenge: SASLChallenge) -> Bool { challenge.text.isEmpty }
  package var expectsSecretChallenge: Bool { false }
  package var tokenStatus: TokenStatus? { nil }
}

/// The state of an exchange. The server's success is believed only if the exchange is complete.
package enum SASLProgress: Equatable, Sendable {
  /// The server has not received what proves the secret.
  case incomplete
  /// The server has not proved yet that it knows the secret, too.
  case serverUnproven
  case complete
}

/// A message of the client, not yet in base64.
package struct SASLMessage: Sendable {
  private let octets: Secret
  /// The word that replaces the message in the trace. `nil` if the message is not secret.
  private let name: String?

  private init(_ octets: Secret, name: String?) { (self.octets, self.name) = (octets, name) }

  /// Creates a message that contains the secret, or is computed from it.
  package static func secret(_ octets: Secret) -> SASLMessage { SASLMessage(octets, name: "response") }

  /// Creates a message that is the password and nothing else.
  package static func password(_ octets: Secret) -> SASLMessage { SASLMessage(octets, name: "password") }

  /// Creates a message that may appear in the trace.
  package static func shown(_ text: String) -> SASLMessage { SASLMessage(Secret(copying: text.utf8), name: nil) }

  /// The message in base64.
  package var encoded: Secret { Base64.encode(octets) }

  /// The message in base64, as the answer to a challenge.
  package var response: Outgoing { line(name: name) }

  /// The message in base64 for the command line. RFC 4954, section 4: an empty message is `=` there.
  package var initialResponse: Outgoing { octets.count == 0 ? Outgoing("=") : line(name: name.map { "initial-\($0)" }) }

  private func line(name: String?) -> Outgoing {
    name.map { .secret(encoded, name: $0) } ?? Outgoing(encoded.withOctets { $0.text })
  }
}

/// A challenge of the server.
package struct SASLChallenge: Equatable, Sendable {
  /// The text of the server's line. It should be base64.
  package let text: [UInt8]

  package init(_ text: [UInt8]) { self.text = text }

  /// The decoded challenge. `nil` if the text is not base64.
  package var octets: [UInt8]? { Base64.decode(text) }
}

/// The reason why a mechanism has no response.
package enum SASLError: Error, Equatable, Sendable {
  /// The mechanism has no further message, or the challenge is not one of this mechanism.
  case unexpectedChallenge
  /// The server's proof that it knows the secret is wrong.
  case wrongServerProof
  /// The server has another channel binding than this end: the connection that it sees is another one.
  case otherChannel
  /// The server cannot use this channel binding. It says nothing about the secret.
  case unusableBinding
  /// The system's library does not have the hash function, or no memory.
  case hashUnavailable
}
