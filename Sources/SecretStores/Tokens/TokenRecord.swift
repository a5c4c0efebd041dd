// What is kept in a keyring for an account whose access tokens this program requests: one line of JSON.

import Documents
import Posix
import Vocabulary

/// The tokens of one account, and the app that they belong to. It says itself where it may be used, because accounts.json and a
/// keyring cannot be changed in one step.
package struct TokenRecord: Sendable {
  /// The issuer of the tokens (RFC 8414, section 2). They are sent to no other server.
  package let issuer: String
  package let tenant: String?
  package let clientID: String
  /// The client secret of the user's app. `nil` if it has none.
  package let clientSecret: Secret?
  /// `nil` if the server issued none. The user then has to sign in again when the access token expires.
  package private(set) var refreshToken: Secret?
  /// `nil` if it was left out, because the keyring has no room for it.
  package private(set) var access: Access?
  /// Counts the changes. The record with the higher number is the newer one.
  private(set) var serial: Int
  /// Members of a later version, which are kept.
  private var others: [String: SecretJSON] = [:]

  /// An access token with the time for which it is valid.
  package struct Access: Sendable {
    package let token: Secret
    let issued: Timestamp
    let expires: Timestamp

    /// Seconds before its end from which on a token is replaced: clocks differ, and a mail client needs it for a while.
    private static let margin: Int64 = 120

    /// Creates a token that was issued now.
    package init?(_ token: Secret, lifetime: Int) {
      let now = Timestamp.now
      guard let end = Timestamp(seconds: now.seconds + Int64(lifetime)) else { return nil }
      (self.token, issued, expires) = (token, now, end)
    }

    fileprivate init(_ token: Secret, issued: Timestamp, expires: Timestamp) {
      (self.token, self.issued, self.expires) = (token, issued, expires)
    }

    /// Returns whether the token can be used at the time `now`. A token from the future says that a clock was changed.
    package func isUsable(at now: Timestamp) -> Bool {
      let lifetime = expires.seconds - issued.seconds
      guard lifetime > 0, now >= issued else { return false }
      return now.seconds < expires.seconds - min(Self.margin, lifetime / 2)
    }
  }

  /// Why an entry is no record.
  package enum Error: Swift.Error, Equatable, Sendable, CaseIterable {
    case notARecord
    /// A later version of this program has written it.
    case newer
  }

  private static let version = 1
  /// Seconds. No server issues access tokens for longer.
  private static let longestLifetime: Int64 = 31 * 86_400

  /// Creates the first record of a sign-in.
  package init(
    issuer: String, tenant: String?, clientID: String, clientSecret: Secret?, refreshToken: Secret?, access: Access?
  ) {
    (self.issuer, self.tenant, self.clientID, self.clientSecret) = (issuer, tenant, clientID, clientSecret)
    (self.refreshToken, self.access, serial) = (refreshToken, access, 1)
  }

  /// Reads the first line of an entry.
  package init(reading line: Secret) throws(Error) {
    guard let read = try? SecretJSON.read(line), var members = read.members else { throw .notARecord }
    func take(_ key: String) -> SecretJSON? { members.removeValue(forKey: key) }
    guard let version = take("version")?.seconds else { throw .notARecord }
    guard version == Self.version else { throw .newer }
    guard let issuer = take("issuer")?.text, let clientID = take("clientID")?.text, let serial = take("serial")?.seconds else {
      throw .notARecord
    }
    (self.issuer, self.clientID, self.serial) = (issuer, clientID, serial)
    (tenant, clientSecret, refreshToken) = (take("tenant")?.text, take("clientSecret")?.secret, take("refreshToken")?.secret)
    let (token, issued, expires) = (take("accessToken")?.secret, take("issued")?.seconds, take("expires")?.seconds)
    if let token, token.fault(as: .accessToken) == nil, let issued, let expires, let start = Timestamp(seconds: Int64(issued)),
      let end = Timestamp(seconds: Int64(expires)), end.seconds - start.seconds <= Self.longestLifetime
    {
      access = Access(token, issued: start, expires: end)
    }
    others = members
  }

  /// Returns the record after a refresh. Without a new refresh token the old one stays.
  package func refreshed(_ access: Access?, refreshToken: Secret?) -> TokenRecord {
    var record = self
    record.serial += 1
    record.access = access
    record.refreshToken = refreshToken ?? self.refreshToken
    return record
  }

  /// Returns a record of another sign-in that takes the place of this one.
  package func replaced(by new: TokenRecord) -> TokenRecord {
    var record = new
    record.serial = serial + 1
    return record
  }

  /// Returns the same record without the access token, which can be requested again.
  package var withoutAccess: TokenRecord {
    var record = self
    record.access = nil
    return record
  }

  /// The line for the keyring.
  package var line: Secret {
    var members = others
    members["version"] = .numeral(String(Self.version))
    members["serial"] = .numeral(String(serial))
    members["issuer"] = .text(Secret(copying: issuer.utf8))
    members["clientID"] = .text(Secret(copying: clientID.utf8))
    members["tenant"] = tenant.map { .text(Secret(copying: $0.utf8)) }
    members["clientSecret"] = clientSecret.map(SecretJSON.text)
    members["refreshToken"] = refreshToken.map(SecretJSON.text)
    members["accessToken"] = access.map { .text($0.token) }
    members["issued"] = access.map { .numeral(String($0.issued.seconds)) }
    members["expires"] = access.map { .numeral(String($0.expires.seconds)) }
    return .lines(SecretPart.json(.object(members)))
  }
}

extension Entry {
  /// Whether its first line is a record of this program.
  package var isTokenRecord: Bool {
    do throws(TokenRecord.Error) {
      _ = try TokenRecord(reading: content.octets.firstLine)
      return true
    } catch {
      return false
    }
  }
}
