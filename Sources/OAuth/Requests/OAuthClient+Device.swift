// The device grant (RFC 8628): the user enters a code in a browser anywhere, and this program asks until that has happened.

import Documents
import HTTP
import Posix
import Vocabulary
import Wire

/// What the user needs for a device grant, and what the program needs to ask for its result.
package struct DeviceAuthorization: Sendable {
  let deviceCode: Secret
  /// What the user enters. ASCII, on one line.
  package let userCode: Visible
  /// Where the user enters it, on a host of the provider.
  package let address: WebAddress
  /// The same with the code in it. `nil` if the server has none.
  package let completeAddress: WebAddress?
  /// Seconds between two requests.
  let interval: Int
  /// When the code expires.
  package let end: Deadline

  /// Seconds that are believed: the longest time for a code, the longest interval.
  private static let longestLifetime = 3_600
  private static let longestInterval = 60

  /// Reads the answer of the device endpoint (RFC 8628, section 3.2).
  init(_ members: [String: SecretJSON], _ server: AuthorizationServer, at start: Deadline) throws(OAuthFailure) {
    guard let deviceCode = members["device_code"]?.secret else { throw .malformed(.missing(key: "device_code")) }
    guard AuthorizationRequest.isCode(deviceCode) else { throw .malformed(.unusableToken(key: "device_code")) }
    self.deviceCode = deviceCode
    guard let userCode = members["user_code"]?.text else { throw .malformed(.missing(key: "user_code")) }
    guard (1...40).contains(userCode.utf8.count), userCode.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
      throw .malformed(.outOfRange(key: "user_code"))
    }
    self.userCode = Visible(userCode)
    // `verification_url` is the name in early drafts, which some servers kept.
    guard let address = members["verification_uri"]?.text ?? members["verification_url"]?.text else {
      throw .malformed(.missing(key: "verification_uri"))
    }
    self.address = try server.pinned(address)
    completeAddress = if let text = members["verification_uri_complete"]?.text { try server.pinned(text) } else { nil }
    guard let expiry = members["expires_in"] else { throw .malformed(.missing(key: "expires_in")) }
    guard let lifetime = expiry.seconds else { throw .malformed(.wrongType(key: "expires_in")) }
    guard lifetime > 0 else { throw .malformed(.outOfRange(key: "expires_in")) }
    end = start + Double(min(lifetime, Self.longestLifetime))
    let interval = members["interval"]?.seconds ?? 5
    guard interval >= 0 else { throw .malformed(.outOfRange(key: "interval")) }
    self.interval = min(max(interval, 1), Self.longestInterval)
  }

  /// Seconds to the next request after one that got no answer (RFC 8628, section 3.5), and after `slow_down`.
  static func longer(_ interval: Int) -> Int { min(2 * interval, longestInterval) }
  static func slower(_ interval: Int) -> Int { min(interval + 5, longestInterval) }
}

extension OAuthClient {
  /// Starts a device grant (RFC 8628, section 3.1). Only for a user who has asked for it.
  package func authorizeDevice(_ scopes: AuthorizationRequest.Scopes) throws(OAuthFailure) -> DeviceAuthorization {
    guard let endpoint = server.device else { throw .noEndpoint(.device) }
    var form = form()
    form.add("scope", scopes.text)
    let start = Deadline.now
    return try DeviceAuthorization(post(form, to: endpoint, until: Self.deadline), server, at: start)
  }

  /// Asks for the tokens until the user has finished, until the code expires, or until the interrupt is raised. `pause` waits the given
  /// seconds or until the interrupt is raised.
  package func tokens(
    for device: DeviceAuthorization, _ scopes: AuthorizationRequest.Scopes,
    pause: (Double, Interrupt) throws(Wait.End) -> Void = OAuthClient.pause
  ) throws(OAuthFailure) -> TokenResponse {
    var interval = device.interval
    while true {
      do { try pause(Double(interval), http.network.interrupt) } catch {
        if error == .interrupted { throw .interrupted }
      }
      guard !device.end.hasPassed else { throw .expired(.deviceCode) }
      do throws(OAuthFailure) {
        return try TokenResponse(poll(device), needs: scopes.needed)
      } catch {
        switch error.waiting {
        case .sameInterval: break
        case .longer: interval = DeviceAuthorization.longer(interval)
        case .slower: interval = DeviceAuthorization.slower(interval)
        case .over: throw error
        }
      }
    }
  }

  /// Waits `seconds`.
  package static func pause(_ seconds: Double, _ interrupt: Interrupt) throws(Wait.End) {
    do { _ = try Wait.any([], until: .after(seconds: seconds), or: interrupt) } catch {
      if error == .interrupted { throw error }
    }
  }

  private func poll(_ device: DeviceAuthorization) throws(OAuthFailure) -> [String: SecretJSON] {
    var form = form()
    form.add("grant_type", server.deviceGrantType ?? "urn:ietf:params:oauth:grant-type:device_code")
    form.add(server.deviceGrantType == nil ? "device_code" : "code", device.deviceCode)
    return try post(form, to: server.token, until: Self.deadline)
  }
}

extension OAuthFailure {
  fileprivate enum Waiting { case sameInterval, longer, slower, over }

  /// What a failed request means for the requests after it.
  fileprivate var waiting: Waiting {
    switch self {
    case .refused(let error):
      switch error.meaning {
      case .pending: .sameInterval
      case .slowDown, .temporary: .slower
      case .deviceCodeExpired, .declined, .expired, .interactionRequired, .blockedByPolicy, .consentRequired, .clientRejected,
        .wrongAccount, .wrongScope, .malformedRequest, .unknown:
        .over
      }
    case .unavailable: .slower
    case .http(.net(let failure, _)):
      switch failure {
      case .tls, .interrupted, .system: .over
      case .noSuchHost, .dnsFailed, .refused, .unreachable, .connectTimeout, .closedEarly, .timedOut: .longer
      }
    case .http, .refusedSilently, .malformed, .untrusted, .missingScopes, .expired, .interrupted, .noEndpoint, .system: .over
    }
  }
}
