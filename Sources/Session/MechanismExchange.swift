// The exchange of a SASL mechanism over either protocol (RFC 4422, section 3). The secret is sent once.

import Vocabulary
import Wire

/// How a protocol carries the messages of a mechanism: its profile (RFC 4422, section 4).
protocol SASLProfile {
  /// The reply that ends an exchange.
  associatedtype Answer

  var dialogue: Dialogue { get }

  /// Returns whether the first command can contain this response.
  func carries(_ initialResponse: SASLMessage, of mechanism: SASLMechanismName) -> Bool

  /// Sends the first command and returns the reply.
  func begin(_ mechanism: SASLMechanismName, _ initialResponse: SASLMessage?) throws(SessionFailure) -> SASLReply<Answer>

  /// Sends the response to a challenge and returns the reply.
  func respond(_ response: Outgoing) throws(SessionFailure) -> SASLReply<Answer>

  /// Cancels the exchange (RFC 4422, section 3.5) and returns the failure with `cause`.
  func cancel(for cause: SessionFailure.Cause) throws(SessionFailure) -> SessionFailure
}

/// The server's reply to a step of an exchange.
enum SASLReply<Answer> {
  case challenge(SASLChallenge)
  case accepted(Answer)
  case refused(Answer)
}

/// The loop that both protocols and all mechanisms share.
struct MechanismExchange<Profile: SASLProfile> {
  let profile: Profile

  /// Runs one exchange and returns the server's last reply. `mechanism` is then in its last state. Throws if the server
  /// accepts before all messages were exchanged, or sends a challenge that the mechanism does not have.
  func run(_ mechanism: inout any SASLMechanism) throws(SessionFailure) -> Profile.Answer {
    let initial = mechanism.initialResponse
    let isCarried = initial.map { profile.carries($0, of: mechanism.name) } ?? false
    var unsent = isCarried ? nil : initial
    // Some servers overlook the response on the command line and ask for it: it is sent once more, as the answer.
    var repeatable = isCarried ? initial : nil
    var reply = try profile.begin(mechanism.name, isCarried ? initial : nil)
    while true {
      switch reply {
      case .refused(let answer): return answer
      case .accepted(let answer):
        switch unsent == nil ? mechanism.progress : .incomplete {
        case .complete: return answer
        case .incomplete: throw profile.dialogue.failure(.cannotVerify(.acceptedTooEarly))
        case .serverUnproven: throw profile.dialogue.failure(.cannotVerify(.serverUnproven))
        }
      case .challenge(let challenge):
        if mechanism.expectsSecretChallenge { profile.dialogue.hideChallenge() }
        let message: SASLMessage
        if let first = unsent {
          message = first
        } else if let again = repeatable, mechanism.isRequest(challenge) {
          message = again
        } else {
          do throws(SASLError) { message = try mechanism.respond(to: challenge) } catch { try end(error, challenge, mechanism.name) }
        }
        (unsent, repeatable) = (nil, nil)
        reply = try profile.respond(message.response)
      }
    }
  }

  /// Cancels the exchange because of `error`, and always throws.
  private func end(_ error: SASLError, _ challenge: SASLChallenge, _ name: SASLMechanismName) throws(SessionFailure) -> Never {
    switch error {
    case .unexpectedChallenge: throw try profile.cancel(for: .brokenReply(said: Visible(challenge.text)))
    case .wrongServerProof: throw try profile.cancel(for: .cannotVerify(.serverUnproven))
    case .otherChannel: throw try profile.cancel(for: .tampered(.otherChannel))
    case .unusableBinding: throw try profile.cancel(for: .noMechanism(offered: [name.rawValue]))
    case .hashUnavailable: throw try profile.cancel(for: .noMechanism(offered: [name.rawValue]))
    }
  }
}
