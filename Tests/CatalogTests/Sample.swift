// A small correct catalog, and functions that put one mistake into it.

import FoundationEssentials

/// A JSON object with ordered keys. The values are JSON texts.
struct Object: Sendable {
  private(set) var members: [(key: String, value: String)]

  init(_ members: [(String, String)]) { self.members = members.map { ($0.0, $0.1) } }

  /// Returns a copy with changed members. `nil` removes a member, and new members are appended.
  func with(_ changes: [String: String?]) -> Object {
    var copy = self
    for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
      let position = copy.members.firstIndex { $0.key == key }
      switch (position, value) {
      case (let position?, let value?): copy.members[position].value = value
      case (let position?, nil): copy.members.remove(at: position)
      case (nil, let value?): copy.members.append((key, value))
      case (nil, nil): break
      }
    }
    return copy
  }

  var json: String { "{" + members.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}" }
}

enum Sample {
  /// Returns a text in both languages.
  static func text(_ english: String, _ chinese: String) -> String { "{\"en\": \"\(english)\", \"zh-Hans\": \"\(chinese)\"}" }

  static let secret = Object([
    ("kind", "\"app-password\""), ("term", text("app password", "应用密码")),
    ("format", "{\"groups\": [4, 4], \"separator\": \"-\", \"alphabet\": \"a-z\", \"example\": \"abcd-efgh\"}"),
  ])

  static let step = Object([
    ("part", "\"obtain\""), ("text", text("Make an {term} at {web}.", "在 {web} 生成{term}。")), ("menu", "[\"Settings\", \"Keys\"]"),
    ("url", "\"https://mail.firm.example/keys\""), ("solves", "[\"wrong_password\"]"),
  ])

  /// A provider `firm` that uses all keys of an entry.
  static let firm = Object([
    ("id", "\"firm\""), ("name", text("Firm Mail", "某公司邮箱")), ("aliases", "[\"firm mail\", \"公司\"]"), ("category", "\"business\""),
    ("domains", "[\"firm.example\", \"firm.test\"]"), ("mx", "[\"mx.firm.example\"]"), ("web", "\"https://mail.firm.example/\""),
    ("servers", "[\(servers.json)]"), ("username", "{\"imap\": [\"address\"], \"smtp\": [\"address\", \"local-part\"]}"),
    ("secret", secret.json), ("steps", "[\(step.json)]"),
    ("notes", "[\"once\", {\"on\": \"info\", \"text\": \(text("Ask {name}.", "问{name}。"))}]"),
    ("help", "[\"https://help.firm.example/imap\"]"), ("sources", "[\"own\"]"),
    ("confidence", "{\"servers\": \"high\", \"secret\": \"high\"}"),
  ])

  static let servers = Object([("imap", "[\"tls://imap.firm.example:993\"]"), ("smtp", "[\"tls://smtp.firm.example:465\"]")])

  /// A second provider, `other`, that inherits most keys from a family.
  static let other = Object([
    ("id", "\"other\""), ("family", "\"house\""), ("name", text("Other Mail", "另一家邮箱")), ("domains", "[\"other.example\"]"),
    ("steps", "[\(step.with(["text": text("Make one.", "生成一个。")]).json)]"), ("sources", "[\"own\"]"),
  ])

  static let house = Object([
    ("category", "\"personal\""), ("servers", "[\(servers.json)]"), ("secret", secret.json),
    ("confidence", "{\"servers\": \"low\", \"secret\": \"low\"}"),
  ])

  static let brand = Object([
    ("words", "[\"firms\"]"), ("question", text("Which one?", "哪一个？")),
    (
      "choices",
      "[{\"id\": \"firm\", \"text\": \(text("the firm", "公司"))}, {\"id\": \"other\", \"text\": \(text("the other", "另一家"))}]"
    ),
  ])

  static let whole = Object([
    ("schema", "1"), ("checked", "\"2026-11-21\""), ("notes", "{\"once\": {\"on\": \"save\", \"text\": \(text("Once.", "一次。"))}}"),
    ("families", "{\"house\": \(house.json)}"),
    ("mailFronts", "[{\"suffix\": \"front.example\", \"name\": \"Front\", \"forwards\": true}]"),
    ("brands", "[\(brand.json)]"), ("providers", "[\(firm.json), \(other.json)]"),
  ])

  /// Returns the catalog with changes in its first provider.
  static func firm(_ changes: [String: String?]) -> String { whole.with(["providers": "[\(firm.with(changes).json), \(other.json)]"]).json }
}
