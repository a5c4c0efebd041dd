// A small valid catalog, for tests that change one thing in it.

import Catalog
import Foundation

/// Entries and catalogs in JSON.
package enum SampleEntry {
  /// Returns an entry that uses every key.
  package static func entry(_ id: String) -> String {
    """
    {
      "id": "\(id)",
      "name": { "en": "Mail \(id)", "zh-Hans": "邮箱\(id)" },
      "aliases": ["\(id)-alias", "\(id)邮"],
      "category": "personal",
      "regions": ["CN"],
      "domains": ["\(id).example", "sub.\(id).example"],
      "domainSuffixes": ["users.\(id).example"],
      "mx": ["mx.\(id).example"],
      "unconfirmedDomains": ["maybe-\(id).example"],
      "web": "https://web.\(id).example/",
      "servers": [{ "imap": ["tls://imap.\(id).example:993"], "smtp": ["tls://smtp.\(id).example:465", "starttls://smtp.\(id).example:587"] }],
      "username": { "imap": ["address", "local-part"], "smtp": ["address"], "note": { "en": "One of {name}.", "zh-Hans": "{name}的一种。" } },
      "secret": {
        "kind": "app-password",
        "term": { "en": "app password", "zh-Hans": "应用密码", "local": "пароль" },
        "format": { "groups": [4, 4], "separator": "-", "alphabet": "a-z", "example": "abcd-efgh", "confirmed": false },
        "strip": "spaces",
        "shownOnce": true,
        "accountPassword": "refused",
        "endedBy": { "en": "The {term} ends.", "zh-Hans": "{term}失效。" }
      },
      "twoFactor": "required",
      "steps": [
        { "part": "prepare", "text": { "en": "Turn two-factor on.", "zh-Hans": "开启双重验证。" }, "solves": ["two_factor_required"] },
        { "part": "enable", "text": { "en": "Open {web}.", "zh-Hans": "打开 {web}。" }, "menu": ["Menu", "IMAP"], "menuIn": { "ru": ["Меню"] },
          "solves": ["imap_disabled", "smtp_disabled"], "confirmed": false },
        { "part": "obtain", "text": { "en": "Copy the {term}.", "zh-Hans": "复制{term}。" }, "url": "https://\(id).example/app",
          "solves": ["app_password_required", "wrong_password"] }
      ],
      "notes": ["shared", { "on": "lost", "text": { "en": "Make a new {term}.", "zh-Hans": "重新生成{term}。" } }],
      "session": { "id": ["after-login"], "saslIR": "broken", "retryWithLogin": true, "charset": "gb18030" },
      "replies": [{ "protocol": "imap", "stage": "login", "match": "so no", "causes": ["imap_disabled", "wrong_password"] }],
      "help": ["https://help.\(id).example/"],
      "sources": ["t:\(id)"],
      "confidence": { "servers": "high", "secret": "medium" }
    }
    """
  }

  /// Returns a catalog of these entries, with one note and one family.
  package static func catalog(_ entries: [String], notes: String = notes, families: String = families) -> String {
    """
    { "schema": 1, "checked": "2026-11-21", "notes": \(notes), "families": \(families), "providers": [\(entries.joined(separator: ",\n"))] }
    """
  }

  package static let notes = """
    { "shared": { "on": "save", "text": { "en": "Keep the {term}.", "zh-Hans": "保存{term}。" } } }
    """
  package static let families = """
    { "kin": { "category": "business", "regions": ["EU"], "twoFactor": "optional", "username": { "imap": ["local-part"], "smtp": ["local-part"] } } }
    """

  package static let whole = catalog([entry("one"), entry("two"), entry("three")])

  package static func load(_ text: String) -> Catalog { .load(Data(text.utf8)) }
}
