// The built-in demo: a provider that exists only inside this process, for trying the whole way without an account.

import Catalog
import Demo
import FoundationEssentials
import LoopbackServer
import Vocabulary

enum DemoProvider {
  static let id = "demo"
  /// RFC 2606: no address at this domain can ever exist, so it can be confused with nobody's.
  static let domain = "demo.invalid"
  static let address = "demo@demo.invalid"
  /// The mailbox whose IMAP is switched off.
  static let addressOff = "off@demo.invalid"
  /// Nothing secret about these: they open mailboxes that live as long as this process.
  static let appPassword = "abcd-efgh-ijkl-mnop"
  static let accountPassword = "my-web-password"

  /// The entry without servers: they have no ports before they run.
  static let entry: Provider = {
    // Read like any entry of the catalog; its test keeps it free of faults.
    guard let provider = Catalog.load(Data(json.utf8)).providers.first else { preconditionFailure("the demo entry is well-formed") }
    return provider.with(servers: [])
  }()

  /// Starts the servers of this run; gives them, and the entry that leads to them. They end with `stop()`.
  static func start() throws(LoopbackServerError) -> (servers: DemoServers, provider: Provider) {
    let servers = try DemoServers.start(mailboxes: [
      DemoMailbox(address, appPassword: appPassword, accountPassword: accountPassword),
      DemoMailbox(addressOff, appPassword: appPassword, accountPassword: accountPassword, imap: .off),
    ])
    func endpoint(_ port: UInt16) -> ServerEndpoint { ServerEndpoint(host: "127.0.0.1", port: port, security: .tls) }
    let group = ServerGroup(imap: [endpoint(servers.imapPort)], smtp: [endpoint(servers.smtpPort)], domains: [], note: nil)
    return (servers, entry.with(servers: [group]))
  }

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
                "en": "Choose an address. demo@demo.invalid works; off@demo.invalid has IMAP turned off, so you can see what setup says then.",
                "zh-Hans": "选一个地址。demo@demo.invalid 可以正常使用；off@demo.invalid 没有开启 IMAP，可以看看这时的提示。"
              },
              "menu": ["Settings", "IMAP"],
              "solves": ["imap_disabled"]
            },
            {
              "part": "obtain",
              "text": {
                "en": "A real provider would create an app password for you now. Here it is always abcd-efgh-ijkl-mnop.",
                "zh-Hans": "真正的服务商会在这时为你生成应用密码。这里固定为 abcd-efgh-ijkl-mnop。"
              },
              "menu": ["Security", "App passwords"],
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
            }
          ],
          "sources": ["setup"],
          "confidence": { "servers": "high", "secret": "high" }
        }
      ]
    }
    """#
}
