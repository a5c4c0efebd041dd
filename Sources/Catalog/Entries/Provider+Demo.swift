// The entries of the demos: providers that exist only inside this process, to try the program without an account.

import FoundationEssentials
import Vocabulary

extension Provider {
  /// The demo. It has no servers, because their ports are not known before they run. It is not in the lists of a directory.
  package static let demo = entry(json)

  /// The demo of a provider that accepts no password. Likewise.
  package static let demoOAuth = entry(jsonOAuth)

  private static func entry(_ json: String) -> Provider {
    // The entry is read like any other entry. A test makes sure that it has no faults.
    guard let provider = Catalog.load(Data(json.utf8)).providers.first else { preconditionFailure("the demo entry is well-formed") }
    return provider.with(servers: [])
  }

  /// Returns the demo that `word` names: its id, or the domain of its addresses. `nil` if it names none.
  package static func demo(named word: String) -> Provider? {
    switch word {
    case demoID, "demo.invalid": .demo
    case demoOAuthID, "demo-oauth.invalid": .demoOAuth
    case _: nil
    }
  }

  /// Returns the demo whose id a user typed. `nil` if it is none.
  package static func demo(typed: String) -> Provider? {
    let word = ProviderQuery(typed).text
    return word.contains(".") ? nil : demo(named: word)
  }

  /// Whether this is a demo.
  package var isDemo: Bool { id == Self.demoID || isOAuthDemo }

  /// Whether this is the demo with a sign-in in a browser.
  package var isOAuthDemo: Bool { id == Self.demoOAuthID }

  /// The words that name the demos.
  private static let demoID = "demo"
  private static let demoOAuthID = "demo-oauth"

  private static let json = #"""
    {
      "schema": 1,
      "checked": "2026-11-21",
      "providers": [
        {
          "id": "demo",
          "name": { "en": "Demo Mail (built into setup)", "zh-Hans": "演示邮箱（setup 自带）" },
          "aliases": [],
          "category": "personal",
          "regions": ["worldwide"],
          "domains": ["demo.invalid"],
          "servers": [{ "imap": ["tls://imap.demo.invalid:993"], "smtp": ["tls://smtp.demo.invalid:465"] }],
          "secret": {
            "kind": "app-password",
            "term": { "en": "app password", "zh-Hans": "应用密码" },
            "format": { "groups": [4, 4, 4, 4], "separator": "-", "alphabet": "a-z", "example": "abcd-efgh-ijkl-mnop" },
            "strip": "none",
            "accountPassword": "refused"
          },
          "twoFactor": "optional",
          "steps": [
            {
              "part": "enable",
              "text": {
                "en": "A real provider may have a switch for IMAP here. It is on, except for off@demo.invalid.",
                "zh-Hans": "真正的服务商可能要在这里开启 IMAP。演示里已经开启，只有 off@demo.invalid 没有。"
              },
              "menu": ["Settings", "IMAP"],
              "menuIn": { "zh": ["设置", "IMAP"] },
              "solves": ["imap_disabled"]
            },
            {
              "part": "obtain",
              "text": {
                "en": "A real provider would create an app password for you now. Here it is always abcd-efgh-ijkl-mnop.",
                "zh-Hans": "真正的服务商会在这时为你生成应用密码。这里固定为 abcd-efgh-ijkl-mnop。"
              },
              "menu": ["Security", "App passwords"],
              "menuIn": { "zh": ["安全", "应用密码"] },
              "solves": ["app_password_required", "wrong_password", "code_expired_or_revoked"]
            },
            {
              "part": "obtain",
              "text": {
                "en": "Enter it with the hyphens. To see how setup recognizes a web password, enter my-web-password instead.",
                "zh-Hans": "连同连字符一起输入。想看看填错网页登录密码时的提示，可以改填 my-web-password。"
              }
            }
          ],
          "notes": [
            {
              "on": "info",
              "text": {
                "en": "Only the provider is fake: setup runs real IMAP and SMTP servers on this computer, with a temporary certificate. Nothing leaves this computer.",
                "zh-Hans": "只有服务商是假的：setup 在本机运行真正的 IMAP 和 SMTP 服务器，使用临时证书，不连接网络。"
              }
            },
            {
              "on": "info",
              "text": {
                "en": "Each mailbox shows something else: demo@demo.invalid works, off@demo.invalid has IMAP turned off, sender@demo.invalid is rejected as the sender, certificate@demo.invalid has servers that nobody trusts, and those of silent@demo.invalid do not answer.",
                "zh-Hans": "每个邮箱展示一种情况：demo@demo.invalid 一切正常，off@demo.invalid 没有开启 IMAP，sender@demo.invalid 的发件地址会被拒绝，certificate@demo.invalid 的服务器证书不可信，silent@demo.invalid 的服务器没有响应。"
              }
            }
          ],
          "sources": ["setup"],
          "confidence": { "servers": "high", "secret": "high" }
        }
      ]
    }
    """#

  private static let jsonOAuth = #"""
    {
      "schema": 1,
      "checked": "2026-11-30",
      "providers": [
        {
          "id": "demo-oauth",
          "name": { "en": "Demo Mail with browser sign-in (built into setup)", "zh-Hans": "演示邮箱（浏览器授权登录，setup 自带）" },
          "aliases": [],
          "category": "personal",
          "regions": ["worldwide"],
          "status": "oauth-only",
          "statusNote": {
            "en": "Mail clients sign in here in a browser, and no password works. That is what this demo shows.",
            "zh-Hans": "这里的邮件客户端都在浏览器里授权登录，任何密码都不能用。这正是本演示要展示的。"
          },
          "domains": ["demo-oauth.invalid"],
          "servers": [{ "imap": ["tls://imap.demo-oauth.invalid:993"], "smtp": ["tls://smtp.demo-oauth.invalid:465"] }],
          "secret": { "kind": "oauth", "term": { "en": "browser sign-in", "zh-Hans": "浏览器授权登录" }, "strip": "none", "accountPassword": "refused" },
          "twoFactor": "unknown",
          "steps": [
            {
              "part": "obtain",
              "text": {
                "en": "Use the address demo@demo-oauth.invalid. Open the page that setup names and choose Allow. Choose Deny to see what setup says then.",
                "zh-Hans": "邮箱地址填 demo@demo-oauth.invalid。打开 setup 给出的页面，选「允许」。选「拒绝」可以看看这时的提示。"
              },
              "menu": ["Allow", "Deny"],
              "menuIn": { "zh": ["允许", "拒绝"] }
            }
          ],
          "oauth": {
            "issuer": "https://demo-oauth.invalid",
            "endpoints": {
              "authorize": "https://demo-oauth.invalid/authorize",
              "token": "https://demo-oauth.invalid/token",
              "device": "https://demo-oauth.invalid/device",
              "revoke": "https://demo-oauth.invalid/revoke"
            },
            "hosts": ["demo-oauth.invalid"],
            "scopes": { "imap": ["mail"], "smtp": ["mail"] },
            "redirect": { "host": "127.0.0.1", "path": "/" },
            "clientSecret": "never",
            "grants": ["browser", "device", "paste"],
            "registration": "anyone",
            "sources": ["setup"]
          },
          "notes": [
            {
              "on": "info",
              "text": {
                "en": "Only the provider is fake: setup runs real mail servers and a real authorization server on this computer. Its page is not encrypted, because no browser trusts a certificate that exists for one run. Nothing leaves this computer.",
                "zh-Hans": "只有服务商是假的：setup 在本机运行真正的邮件服务器和授权服务器。它的页面不加密，因为浏览器不会信任临时证书。不连接网络。"
              }
            }
          ],
          "sources": ["setup"],
          "confidence": { "servers": "high", "secret": "high" }
        }
      ]
    }
    """#
}
