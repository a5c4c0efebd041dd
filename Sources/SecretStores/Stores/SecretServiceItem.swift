// The first item in the output of `secret-tool search` (secret-tool.c, print_item_details).

import Vocabulary

/// The facts about an item, without the secret.
struct SecretServiceItem {
  /// A path such as `/5`, without the collection, which secret-tool does not print.
  private(set) var path: String?
  private(set) var label: String?
  private(set) var modified: String?

  /// The lines are `[PATH]`, `label = …`, `secret = …`, `created = …` and `modified = …`, in this order. The secret may have several.
  init(_ output: Secret) {
    output.withOctets { octets in
      for line in octets.split(separator: UInt8.lineFeed) {
        if path == nil, line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") {
          path = Array(line.dropFirst().dropLast()).text
        } else if path != nil, label == nil, let value = Self.value(of: "label", in: line) {
          label = value
        } else if let value = Self.value(of: "modified", in: line), Self.isTime(value) {
          modified = modified ?? value
        }
      }
    }
  }

  private static func value(of name: String, in line: some Collection<UInt8>) -> String? {
    let lead = Array("\(name) = ".utf8)
    return line.starts(with: lead) ? Array(line.dropFirst(lead.count)).text : nil
  }

  /// A line of a secret could look like this, but only if it contains nothing else.
  private static func isTime(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count) && text.utf8.allSatisfy { $0.isDigit || "-: ".utf8.contains($0) }
  }
}
