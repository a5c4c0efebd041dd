// The kind of an account's sign-in in accounts.json.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("The kind of sign-in", .waiting) struct SignInTests {
  private let home: Home

  init() throws { home = try Home() }

  private static let outlook = OAuthSignIn(
    provider: "outlook", issuer: "https://login.microsoftonline.com/consumers/v2.0", clientID: "4d1e\"\\ü", tenant: "consumers",
    scopes: ["https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access"], way: .device)
  private static let own = OAuthSignIn(
    provider: nil, issuer: "https://mail.example.org", clientID: "x", tenant: nil, scopes: ["urn:ietf:params:oauth:scope:mail"], way: .paste
  )

  private static func account(_ signIn: SignIn, _ secret: SecretLocation?) throws -> SavedAccount {
    var account = try SavedAccount.sample("a", secret: secret)
    account.signIn = signIn
    return account
  }

  @Test(
    "every kind is read back",
    arguments: [.password, .token, .oauth(outlook), .oauth(own)] as [SignIn],
    [nil, .command(["oama", "access", "a"]), .keyring(.pass, entry: "anna@example.org")] as [SecretLocation?])
  func roundTrip(_ signIn: SignIn, _ secret: SecretLocation?) throws {
    let account = try Self.account(signIn, secret)
    try home.save([account])
    #expect(try home.registry.read() == [account])
  }

  @Test("a version that knows no tokens finds no password where a token is") func former() throws {
    try home.save([try Self.account(.token, .command(["oama"]))])
    let command = try ProcessJSON(try #require(home.octets))["accounts"][0]["secret"]
    #expect(command.keys == ["tokenCommand"])
    try home.save([try Self.account(.oauth(Self.own), .keyring(.file, entry: "e"))])
    let entry = try ProcessJSON(try #require(home.octets))["accounts"][0]["secret"]
    #expect(entry.keys == ["tokenEntry", "tokenKeyring"])
  }

  @Test("a place of the other kind is not used") func mixed() throws {
    try home.save([try Self.account(.token, .command(["oama"]))])
    let text = String(decoding: try #require(home.octets), as: UTF8.self)
    try home.write(text.replacingOccurrences(of: "\"tokenCommand\"", with: "\"command\""))
    #expect(try home.registry.read().first?.secret?.isReadable == false)
    let password = try Self.account(.password, .command(["pass"]))
    try home.save([password])
    let other = String(decoding: try #require(home.octets), as: UTF8.self)
    try home.write(other.replacingOccurrences(of: "\"command\"", with: "\"tokenCommand\""))
    #expect(try home.registry.read().first?.secret?.isReadable == false)
  }

  @Test(
    "a kind of a later version is kept, and its secret is neither read nor shown as a password",
    arguments: [#""secret":{"keyring":"pass","entry":"e"}"#, #""secret":{"tokenKeyring":"pass","tokenEntry":"e"}"#])
  func later(_ secret: String) throws {
    try home.save([try SavedAccount.sample("a")])
    let text = String(decoding: try #require(home.octets), as: UTF8.self)
    let strange = #""signIn":{"kind":"passkey","key":[1]},\#(secret),"address""#
    try home.write(text.replacingOccurrences(of: "\"address\"", with: strange))
    let read = try #require(try home.registry.read().first)
    #expect(read.secret?.isReadable == false && read.signIn == .password)
    try home.registry.update { $0[0].isPaused = true }
    let kept = try ProcessJSON(try #require(home.octets))["accounts"][0]
    #expect(try kept["signIn"] == ProcessJSON(Array(#"{"kind":"passkey","key":[1]}"#.utf8)))
    // A secret of this version has a kind of this version.
    try home.registry.update { accounts in
      var new = accounts[0]
      new.secret = .keyring(.pass, entry: "n")
      new.keepUnknownKeys(of: accounts[0])
      accounts[0] = new
    }
    #expect(try home.registry.read().first?.secret == .keyring(.pass, entry: "n"))
  }

  @Test(
    "a kind that says too little, or something illegal, is refused",
    arguments: [
      #"{}"#, #"{"kind":1}"#, #"{"kind":"oauth"}"#,
      #"{"kind":"oauth","issuer":"http://a.example","clientID":"x","scopes":[],"way":"device"}"#,
      #"{"kind":"oauth","issuer":"https://a.example","clientID":"x","scopes":"mail","way":"device"}"#,
      #"{"kind":"oauth","issuer":"https://a.example","clientID":"x","scopes":[],"way":"telepathy"}"#,
    ])
  func refused(_ signIn: String) throws {
    try home.save([try SavedAccount.sample("a")])
    let text = String(decoding: try #require(home.octets), as: UTF8.self)
    try home.write(text.replacingOccurrences(of: "\"address\"", with: "\"signIn\":\(signIn),\"address\""))
    do {
      _ = try home.registry.read()
      Issue.record("\(signIn) was taken")
    } catch {
      guard case .broken(_, let issues)? = error as? AccountStoreError else { throw error }
      #expect(issues.allSatisfy { $0.path.hasPrefix("accounts[0].signIn") }, "\(issues)")
    }
  }
}
