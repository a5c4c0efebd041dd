// The authorization server of the demo (RFC 6749, 7636, 8628): who has signed in, and which tokens are good.

import OAuth
import Posix
import Synchronization
import Vocabulary

/// What the demo's authorization server has issued. Nothing of it is a secret: it exists only as long as this process.
final class DemoAuthorization: Sendable {
  /// The mailbox whose owner signs in.
  let owner: String
  /// Seconds for which an access token is valid.
  private let lifetime: Int

  private struct Issued {
    var devices: [String: Device] = [:]
    var requests: [String: Request] = [:]
    var codes: [String: Request] = [:]
    /// Refresh tokens that are accepted, each with the one that it replaced and that is accepted until it is used.
    var refreshTokens: [String: String?] = [:]
    var accessTokens: [String: Deadline] = [:]
  }

  struct Device {
    let userCode: String
    var answer: Bool?
  }

  /// A sign-in in a browser.
  struct Request {
    let redirect: String
    let state: String
    let challenge: String
  }

  private let issued = Mutex(Issued())
  /// Sign-ins of one kind. The demo needs few.
  private static let most = 100

  init(owner: String, lifetime: Int = 3_600) { (self.owner, self.lifetime) = (owner, lifetime) }

  private static func random() -> String { PKCE.random(24).withOctets { $0.text } }

  // The device grant

  /// Starts a device grant. `nil` if there are too many.
  func startDevice() -> (device: String, user: String)? {
    let letters = Array("BCDFGHJKLMNPQRSTVWXZ")
    let user = String((0..<9).map { $0 == 4 ? "-" : letters.randomElement() ?? "B" })
    let device = Self.random()
    return issued.withLock { issued in
      guard issued.devices.count < Self.most else { return nil }
      issued.devices[device] = Device(userCode: user)
      return (device, user)
    }
  }

  /// Records the user's answer to the grant with `code`. Returns `false` if there is no such grant.
  func answer(_ code: String, isAllowed: Bool) -> Bool {
    let letters = code.uppercased().filter { $0.isLetter }
    return issued.withLock { issued in
      guard let device = issued.devices.first(where: { $0.value.userCode.filter { $0.isLetter } == letters && $0.value.answer == nil })
      else { return false }
      issued.devices[device.key]?.answer = isAllowed
      return true
    }
  }

  // A browser

  /// Records the request of a browser. Returns the number of the form that the user answers, or `nil` for a request that is none.
  func start(_ request: Request) -> String? {
    guard request.redirect.hasPrefix("http://127.0.0.1:"), !request.challenge.isEmpty else { return nil }
    let number = Self.random()
    return issued.withLock { issued in
      guard issued.requests.count < Self.most else { return nil }
      issued.requests[number] = request
      return number
    }
  }

  /// Returns the address to which the browser goes after the user's answer. `nil` if the form is unknown.
  func answer(form number: String, isAllowed: Bool) -> String? {
    let code = Self.random()
    return issued.withLock { issued in
      guard let request = issued.requests.removeValue(forKey: number) else { return nil }
      if isAllowed { issued.codes[code] = request }
      return request.redirect + (isAllowed ? "?code=\(code)" : "?error=access_denied") + "&state=\(request.state)"
    }
  }

  // Tokens

  enum Grant {
    case device(String)
    case code(String, verifier: Secret, redirect: String)
    case refresh(String)
  }

  enum Outcome {
    case tokens(access: String, refresh: String, lifetime: Int)
    /// A word of RFC 6749, section 5.2, or RFC 8628, section 3.5.
    case error(String)
  }

  func exchange(_ grant: Grant) -> Outcome {
    issued.withLock { issued in
      switch grant {
      case .device(let code):
        switch issued.devices[code]?.answer {
        case nil: return .error(issued.devices[code] == nil ? "expired_token" : "authorization_pending")
        case false?:
          issued.devices[code] = nil
          return .error("access_denied")
        case true?:
          issued.devices[code] = nil
          return issue(replacing: nil, &issued)
        }
      case .code(let code, let verifier, let redirect):
        guard let request = issued.codes.removeValue(forKey: code), request.redirect == redirect,
          PKCE(verifier: verifier)?.challenge == request.challenge
        else { return .error("invalid_grant") }
        return issue(replacing: nil, &issued)
      case .refresh(let token):
        guard let before = issued.refreshTokens[token] else { return .error("invalid_grant") }
        // The use of a token ends the one before it. Until then a client that has lost the answer can ask again.
        if let before { issued.refreshTokens[before] = nil }
        issued.refreshTokens[token] = .some(nil)
        return issue(replacing: token, &issued)
      }
    }
  }

  private func issue(replacing old: String?, _ issued: inout Issued) -> Outcome {
    let (access, refresh) = (Self.random(), Self.random())
    issued.accessTokens = issued.accessTokens.filter { !$0.value.hasPassed }
    issued.accessTokens[access] = .after(seconds: Double(lifetime))
    issued.refreshTokens[refresh] = .some(old)
    return .tokens(access: access, refresh: refresh, lifetime: lifetime)
  }

  /// Ends a refresh token (RFC 7009).
  func revoke(_ token: String) { issued.withLock { $0.refreshTokens[token] = nil } }

  /// Returns the mailbox that an access token opens. `nil` if there is none.
  func owner(of token: ArraySlice<UInt8>) -> String? {
    let text = token.text
    return issued.withLock { issued in issued.accessTokens[text].map { $0.hasPassed } == false ? owner : nil }
  }
}
