// The entry of the demo: a provider that exists only inside this process, to try the program without an account.

import FoundationEssentials
import Vocabulary

extension Provider {
  /// The demo. It has no servers, because their ports are not known before they run. It is not in the lists of a directory.
  package static let demo: Provider = {
    // The entry is read like any other entry. A test makes sure that it has no faults.
    guard let provider = Catalog.load(Data(json.utf8)).providers.first else { preconditionFailure("the demo entry is well-formed") }
    return provider.with(servers: [])
  }()

  /// Whether this is the demo.
  package var isDemo: Bool { id == Self.demoID }

  /// The word that names the demo.
  static let demoID = "demo"

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
