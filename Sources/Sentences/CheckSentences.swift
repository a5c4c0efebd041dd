// What is said when saved accounts are verified again.

import Posix
import Registry
import Vocabulary

package enum CheckSentence {
  /// `word` is the account's name as a shell takes it: it may come out of somebody's file.
  package static func waits(_ word: String, _ isForADay: Bool) -> Text {
    let call = "setup check \(word)"
    return isForADay
      ? Text("Not tried again for a day. At once: \(call)", "一天之内不再尝试。立即再试：\(call)")
      : Text(
        "Not tried again with the same secret, which could lock the account. New secret: setup accounts edit \(word). Once more: \(call)",
        "不会用同一个密码再试，以免账户被锁定。换密码：setup accounts edit \(word)。再试一次：\(call)")
  }
  package static let noSecretKept = Text(
    "Its secret is not kept, so it was not checked; setup accounts pause leaves it out.", "没有保存它的密码，因此没有验证；用 setup accounts pause 可不再提示。")
  package static let isPaused = Text("Left out.", "未验证。")
}
