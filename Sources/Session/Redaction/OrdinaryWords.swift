// Words of six or more octets that servers use on their own, and users in passwords. They are not masked if they are whole
// words: without them the reply could not be understood, and a mask in their place would reveal a part of the secret.

import Vocabulary

/// The words that are not masked.
enum OrdinaryWords {
  /// The words in lower case.
  static let all: Set<String> = Set(
    """
    access account accounts address administrator application applications attempts authenticate authenticated authentication
    authorization authorized blocked browser cannot certificate client clients command connect connection connections contact correct
    credential credentials denied device devices disabled domain enabled encryption english exceeded expired failed failure google
    incorrect internal internet invalid locked logged logging logins mailbox message microsoft netease online outlook password passwords
    passcode permission please policy program protocol provider refused rejected required secure security sender server service session
    settings specific string submission support suspended syntax system temporarily temporary unauthorized unavailable unknown username
    verify webmail website welcome yandex
    密码 帐号 账号 账户 用户 登录 邮箱 错误 认证 授权 服务 客户端 授权码 密碼 帳號
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Removes from `covered` every place that is such a word or a part of one. A word whose length is one of `lengths`, those
  /// of the secrets, stays covered.
  static func spare(in text: [UInt8], _ covered: inout [Bool], lengths: Set<Int>) {
    var start = 0
    while start < text.count {
      guard covered[start] else {
        start += 1
        continue
      }
      let end = covered[start...].firstIndex(of: false) ?? text.count
      var word = start..<end
      if text[word].allSatisfy(\.isLetter) {
        while word.lowerBound > 0, text[word.lowerBound - 1].isLetter { word = (word.lowerBound - 1)..<word.upperBound }
        while word.upperBound < text.count, text[word.upperBound].isLetter { word = word.lowerBound..<(word.upperBound + 1) }
      }
      if !lengths.contains(word.count), all.contains(text[word].text.lowercasedASCII) {
        for place in start..<end { covered[place] = false }
      }
      start = end
    }
  }
}
