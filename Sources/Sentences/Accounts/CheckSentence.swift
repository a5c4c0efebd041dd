// Sentences of `setup check`.

import AccountStore
import Posix
import Vocabulary

package enum CheckSentence {
  /// `word` is the account's name quoted for a shell, because the name can come from a file that another user wrote.
  package static func waits(_ word: String, _ isForADay: Bool) -> Text {
    let call = "setup check \(word)"
    return isForADay
      ? Text("Not tried again for 24 hours. To try now: \(call)", "24 小时内不再尝试。要立即再试：\(call)")
      : Text(
        "Not tried again with the same password, to avoid locking the account. New password: setup accounts edit \(word). Try again anyway: \(call)",
        "为免账户被锁定，不再用同一个密码尝试。换密码：setup accounts edit \(word)。仍要再试：\(call)")
  }
  /// `word` is the account's name quoted for a shell.
  package static func noSecretKept(_ word: String) -> Text {
    Text(
      "Its password is not saved, so it was not checked. To leave it out: setup accounts pause \(word)",
      "没有保存它的密码，因此没有验证。以后跳过它：setup accounts pause \(word)")
  }
  package static let isPaused = Text("Skipped.", "已跳过。")
}
