// What can go wrong while a token is requested, as data. The sentences are in `Sentences`.

import HTTP
import Posix
import Vocabulary

/// A sign-in, a refresh or another request to an authorization server that did not succeed. No case contains a secret.
package enum OAuthFailure: Error, Equatable, Sendable {
  case http(HTTPFailure)
  /// The server said no and why.
  case refused(OAuthError)
  /// The server said no with this HTTP status and without a reason.
  case refusedSilently(status: Int)
  /// The server is overloaded or broken (429, 5xx). `retryAfter` is in seconds.
  case unavailable(status: Int, retryAfter: Int?)
  case malformed(Malformation)
  case untrusted(Distrust)
  /// The server granted less than was asked for. These scopes are missing.
  case missingScopes([String])
  /// The user did not finish in time: the device code expired, or no redirect came.
  case expired(Wanted)
  /// The user or a signal ended the wait.
  case interrupted
  /// The authorization server offers no such endpoint.
  case noEndpoint(Endpoint)
  /// This computer has no port, descriptor or thread left.
  case system(SystemError)

  /// Why an answer cannot be used. `key` is the member of the JSON object.
  package enum Malformation: Equatable, Sendable {
    case html, empty
    /// A fault of the JSON text: `notJSON`, `tooDeep`, `duplicateKey` …
    case notJSON(String)
    case missing(key: String)
    case wrongType(key: String)
    /// A token with an octet that no header and no login can contain (RFC 6750, section 2.1), or one that is too long.
    case unusableToken(key: String)
    /// Not `Bearer` (RFC 6750).
    case tokenType(Visible)
    case outOfRange(key: String)
  }

  /// Why an answer is not trusted, although it came from the checked host.
  package enum Distrust: Equatable, Sendable {
    /// RFC 9207, section 2.4, and RFC 8414, section 3.3: the answer names another issuer. `nil` if it names none.
    case otherIssuer(Visible?)
    /// An address that is not on one of the hosts that belong to the provider.
    case foreignHost(Visible)
    /// An address that is not https, or has a user name, a fragment or characters outside ASCII.
    case unusableAddress(Visible)
    /// A pasted address that belongs to no sign-in, or to another one.
    case otherSignIn
    /// A registration that returned another redirect address.
    case otherRedirect
  }

  /// What was waited for.
  package enum Wanted: String, Sendable, CaseIterable { case deviceCode, redirect }

  /// The endpoints of an authorization server.
  package enum Endpoint: String, Sendable, CaseIterable { case authorize, token, device, revoke, register, metadata }
}

extension OAuthFailure {
  init(_ failure: HTTPFailure) { self = failure.isInterruption ? .interrupted : .http(failure) }
}
