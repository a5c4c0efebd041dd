// The built-in demo: a provider that exists only inside this process, for trying the whole way without an account.

import Account
import Demo
import FoundationEssentials
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
  static func start() throws(ServerFault) -> (servers: DemoServers, provider: Provider) {
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
          "name": { "en": "Demo Mail (inside this program)", "zh-Hans": "演示邮箱（只存在于本程序内）" },
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
                "en": "Choose a mailbox. demo@demo.invalid has IMAP switched on; off@demo.invalid has it switched off, to show what is said then.",
                "zh-Hans": "选一个邮箱。demo@demo.invalid 已开启 IMAP；off@demo.invalid 没有开启，可以看看那时会提示什么。"
              },
              "menu": ["Settings", "IMAP"],
              "solves": ["imap_disabled"]
            },
            {
              "part": "obtain",
              "text": {
                "en": "A real provider would make an app password for you now. Here it is always abcd-efgh-ijkl-mnop.",
                "zh-Hans": "真正的服务商此时会为你生成应用密码。这里永远是 abcd-efgh-ijkl-mnop。"
              },
              "menu": ["Security", "App passwords"],
              "solves": ["app_password_required", "wrong_password", "code_expired_or_revoked"]
            },
            {
              "part": "obtain",
              "text": {
                "en": "Enter it with the hyphens. Or enter my-web-password, the password for the web, to see how that mistake is told apart.",
                "zh-Hans": "连同连字符一起输入。也可以输入网页登录密码 my-web-password，看看这种错误怎样被认出来。"
              }
            }
          ],
          "notes": [
            {
              "on": "info",
              "text": {
                "en": "Everything here is real but the provider: an IMAP and an SMTP server run inside this program on this computer only, with a certificate made for this run. Nothing goes over the network.",
                "zh-Hans": "除了服务商是假的，其余都是真的：本程序内部运行着 IMAP 和 SMTP 服务器，只在本机可见，证书为这一次运行临时生成。没有任何内容经过网络。"
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
