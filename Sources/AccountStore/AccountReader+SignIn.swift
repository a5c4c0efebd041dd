// The kind of sign-in of an account in accounts.json, and the keys of its secret that depend on it.

import Documents
import Vocabulary

/// The names of the keys in `secret`. Those of a token are others than those of a password: a version of this program that knows no
/// tokens must not send one as a password, and takes the object for one of a later version.
struct SecretKeys {
  let command, keyring, entry: String

  static let password = SecretKeys(command: "command", keyring: "keyring", entry: "entry")
  static let token = SecretKeys(command: "tokenCommand", keyring: "tokenKeyring", entry: "tokenEntry")

  static func of(_ signIn: SignIn) -> SecretKeys { signIn.usesToken ? token : password }
}

/// The words of `signIn.kind`. A password has no such object.
enum SignInKind: String, CaseIterable { case token, oauth }

extension AccountReader {
  /// Returns the kind of sign-in. `nil` if it is one of a later version: its object is then in `unknown.account`, and the place of the
  /// secret is one of that version too.
  func signIn(in reader: JSONObjectReader, _ unknown: inout UnknownParts) -> SignIn? {
    guard let object = reader.object("signIn") else { return .password }
    if source.isLenient, isLater("kind", SignInKind.self, in: object) {
      unknown.account["signIn"] = .object(object.members(in: source.document))
      return nil
    }
    defer { unknown.signIn = object.unknownKeys(in: source.document) }
    switch object.required("kind", object.word("kind", as: SignInKind.self)) {
    case .token?: return .token
    case .oauth?: return oauth(object).map(SignIn.oauth) ?? .password
    case nil: return .password
    }
  }

  private func oauth(_ object: JSONObjectReader) -> OAuthSignIn? {
    let issuer = object.required("issuer", object.string("issuer"))
    let clientID = object.required("clientID", object.string("clientID"))
    let scopes = object.required("scopes", object.strings("scopes"))
    let way = object.required("way", object.word("way", as: SignInWay.self))
    if let issuer, WebAddress(issuer) == nil { object.add("issuer", .notAWebAddress) }
    let (provider, tenant) = (object.string("provider"), object.string("tenant"))
    guard let issuer, let clientID, let scopes, let way else { return nil }
    return OAuthSignIn(provider: provider, issuer: issuer, clientID: clientID, tenant: tenant, scopes: scopes, way: way)
  }
}
