// {term}, {web} and {name} in the catalog's texts: what is shared is written once and says the right word in each entry.

import Vocabulary

struct Placeholders {
  let values: [String: Text]

  /// `text` with the values in place; a name that is none, or has no value in this entry, is a fault at `key`.
  func text(_ text: Text, _ key: String, _ reader: ObjectReader) -> Text {
    var filled = text
    for language in Language.allCases {
      for (name, value) in values { filled[language] = filled[language].replacing("{\(name)}", with: value[language]) }
    }
    if let open = filled.english.firstIndex(of: "{") ?? filled.simplifiedChinese.firstIndex(of: "{") {
      let source = filled.english.contains("{") ? filled.english : filled.simplifiedChinese
      reader.add(key, .unknownPlaceholder(String(source[open...].prefix(20))))
    }
    return filled
  }

  func secret(_ secret: SecretKind, _ reader: ObjectReader) -> SecretKind {
    SecretKind(
      kind: secret.kind, term: secret.term, localTerm: secret.localTerm, format: secret.format, decoration: secret.decoration,
      isShownOnce: secret.isShownOnce, accountPassword: secret.accountPassword,
      endedBy: secret.endedBy.map { text($0, "secret", reader) })
  }
}
