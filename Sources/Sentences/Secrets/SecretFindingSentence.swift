// What is unusual about an entered secret, which the user cannot see. None of these sentences repeats the secret.

import Catalog
import Vocabulary

package enum SecretFindingSentence {
  /// Returns the differences between the secret and the format of `kind`, or what is unusual in a secret without a known format.
  /// `nil` if there is nothing to say.
  package static func text(_ cleaned: CleanedSecret, _ kind: SecretKind?) -> Text? {
    guard !cleaned.findings.isEmpty else { return nil }
    guard cleaned.fits == false, let kind, let format = kind.format else {
      return Text.sentences(cleaned.findings.map(plain) + [Text("It is sent as you entered it.", "会原样发送。")])
    }
    var sentences: [Text] = []
    if cleaned.findings.contains(.length) { sentences.append(length(kind, format, cleaned.characters)) }
    sentences += cleaned.findings.filter { $0 != .length }.map { difference($0, kind, format) }
    if cleaned.findings.allSatisfy(\.isOfAnotherPassword) {
      sentences.append(Text("Did you enter the password you use on the web?", "填的是不是网页登录密码？"))
    }
    return Text.sentences(sentences)
  }

  private static func length(_ kind: SecretKind, _ format: SecretFormat, _ count: Int) -> Text {
    let wanted = kind.enteredLength ?? format.length
    let often = usually(unless: format.isLengthConfirmed)
    return Text(
      "You entered \(English.count(count, "character")). The \(kind.term.english)\(often.english) has \(wanted), like \(format.example).",
      Chinese.sentence(
        "你输入了 \(count) 个字符，而\(Chinese.inside(kind.term.simplifiedChinese))\(often.simplifiedChinese)是 \(wanted) 位，形如 \(format.example)。"
      ))
  }

  /// What no source confirms is said as usual, not as certain.
  private static func usually(unless isConfirmed: Bool) -> Text { isConfirmed ? Text(same: "") : Text(" usually", "一般") }

  private static func difference(_ finding: SecretFinding, _ kind: SecretKind, _ format: SecretFormat) -> Text {
    let often = usually(unless: format.isAlphabetConfirmed)
    let term = (kind.term.english + often.english, Chinese.inside(kind.term.simplifiedChinese) + often.simplifiedChinese)
    return switch finding {
    case .capitals:
      Text(
        "There are capital letters in it; the \(term.0) has only small ones, like \(format.example).",
        Chinese.sentence("其中有大写字母，而\(term.1)只有小写字母，形如 \(format.example)。"))
    case .smallLetters:
      Text(
        "There are small letters in it; the \(term.0) has only capital ones, like \(format.example).",
        Chinese.sentence("其中有小写字母，而\(term.1)只有大写字母，形如 \(format.example)。"))
    case .otherCharacters:
      Text(
        "There are characters in it that the \(term.0) does not have; it looks like \(format.example).",
        Chinese.sentence("其中有\(term.1)不含的字符，它形如 \(format.example)。"))
    case .blanksAtEnds, .invisible, .fullWidth, .dash, .length: plain(finding)
    }
  }

  /// The finding without a format. The findings about a format do not occur then.
  private static func plain(_ finding: SecretFinding) -> Text {
    switch finding {
    case .blanksAtEnds: Text("The password begins or ends with a space.", "密码的开头或结尾有空格。")
    case .invisible(let scalar, let position):
      Text(
        "Character \(position) of the password is invisible (\(AddressSentence.name(scalar))).",
        "密码的第 \(position) 个字符不可见（\(AddressSentence.name(scalar))）。")
    case .fullWidth: Text("There are full-width letters in it.", "其中有全角字符。")
    case .dash: Text("There is a dash in it instead of a hyphen.", "其中的连字符是破折号。")
    case .capitals, .smallLetters, .otherCharacters, .length: Text("The password has an unusual form.", "密码的形式不寻常。")
    }
  }
}

extension SecretFinding {
  /// Whether a password of another kind would have this difference.
  fileprivate var isOfAnotherPassword: Bool {
    switch self {
    case .length, .otherCharacters, .capitals, .smallLetters: true
    case .blanksAtEnds, .invisible, .fullWidth, .dash: false
    }
  }
}
