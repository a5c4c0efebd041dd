// The voice of the program as rules: words that no text uses, and how the texts of each language are set.

enum Voice {
  /// Words of one thing that have one name, and words that people do not say. Each with what is said instead.
  private static let english: [(words: [String], instead: String)] = [
    (["secret", "secrets", "credential", "credentials"], "password"),
    (["mail program", "mail programs", "mail app", "mail apps"], "mail client"), (["user name", "user names", "login name"], "username"),
    (["login", "logins", "log in", "logs in", "logged in", "log-in"], "sign in, sign-in"), (["mail address"], "email address"),
    (["web mail"], "webmail"), (["catalog", "catalogs"], "built-in list"),
    (["machine", "machines", "host name", "host names"], "server name"),
    (["vouch", "vouches"], "trusted"), (["switch on", "switch off", "switched on", "switched off", "switches off"], "turn on, turn off"),
    (["admin", "admins"], "administrator"), (["octet", "octets"], "bytes"), (["blanks"], "spaces"),
    (["prove", "proves", "proved", "proven", "proof"], "check"), (["kept", "stored"], "saved"), (["dialogue"], "session log"),
    (["anew", "once more"], "again"), (["all the same"], "anyway"), (["whoever", "somebody", "nobody"], "who acts"),
    (["says so"], "states"),
    (["the like"], "similar"), (["cut off"], "sign out"), (["let in", "gets at"], "has access"), (["beside"], "next to"),
    (["mend", "mends"], "fix"),
    (["takes tokens"], "accepts only browser sign-in"), (["this call"], "this command"), (["please"], "the order itself"),
    (["colour", "colours", "behaviour", "centre", "centres", "licence", "organise", "organisation", "cancelled"], "American spelling"),
  ]

  /// Where such a word is the name of something, or a word that users type.
  private static let englishNames = [
    "client secret", "client id and secret", "secret service", "setup secret", "help secrets", "environment, secrets", "setup login",
    "catalog check", "login command", "authmechs login", "imap login", "git credential", "[credential", "admin console", "admin center",
    "admin panel", "admin portal", "manage email apps", "telekom login", "please allow", "icloud mail address",
  ]

  private static let chinese = [
    "机密", "担保", "原话", "它说", "即步骤", "进行", "没有看懂", "背后", "报出", "自报", "接下来？", "邮件程序", "账号", "主机", "网页版", "您", "URL", "停掉", "不时", "的话",
    "贵公司", "目录", "“", "”", "！",
  ]

  private static let chineseNames = [
    "进行中", "MX 主机", "虚拟主机", "主机商", "配置目录", "主目录", "程序目录", "目录(租户)", "有目录的账户",
  ]

  /// The lower-case words that users type or see in files. Every other one in a Chinese text is English left over.
  private static let typed = Set(
    """
    accepted access account accounts action administrator answer back bash bridge browser capabilities catalog check chmod command common \
    config consumers credential cron cur demo device dumb edit en enable env environment error export false fd fetchmail file fish format \
    fuser general getmail git gmail go gopass gpg guide help high hook id imap import init intermediate isp json kind list local login low \
    mail mailbox mailsetup mailto man manual marked mbsync medium message mkdir mobileconfig msmtp neomutt netease netrc new no none \
    nothing null number oama oauth obtain off offlineimap on organizations ortie page pass password passwordeval paste pause perhaps perl \
    pizauth plain png possible prepare probe prompt providers quit remove rename resume root schema secret secrets security server service \
    setcap setup sh share shell show smtp softfail ssh stages starttls status stdin svg swaks tenant tenants tls tmp token true tty \
    undecided work xml xn yes zh zsh
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Returns what is wrong with an English text. Text between single quotation marks is a label or a server's reply.
  static func faults(english text: String) -> [String] {
    let own = withoutQuotes(text)
    // A comma is not in the middle of a phrase.
    let named = englishNames.reduce(own.lowercased()) { $0.replacing($1, with: "·") }.replacing(",", with: " | ")
    let words = " " + named.tokens.joined(separator: " ") + " "
    var faults: [String] = []
    for (phrases, instead) in english {
      for phrase in phrases where words.contains(" \(phrase) ") { faults.append("\"\(phrase)\" instead of \(instead): \(text)") }
    }
    if own.contains(where: { "“”‘’".contains($0) }) { faults.append("curly quotation marks: \(text)") }
    if own.replacing("Yahoo!", with: "").replacing("Walla!", with: "").replacing("S!", with: "").contains("!") {
      faults.append("an exclamation mark: \(text)")
    }
    if ["n't ", "'re ", "'ll ", "'ve ", "n't."].contains(where: own.contains) { faults.append("a contraction: \(text)") }
    if text.contains("  ") { faults.append("two spaces: \(text)") }
    if own.replacing("...", with: "…").contains("..") { faults.append("two full stops: \(text)") }
    return faults + unexplained(own).map { "\($0) without its meaning: \(text)" }
  }

  /// Returns what is wrong with a Chinese text. Text in corner brackets is a label of a page. In a text of the catalog names of
  /// providers and systems are in small letters, too.
  static func faults(chinese text: String, ofCatalog: Bool = false) -> [String] {
    var faults: [String] = []
    if text.count(where: { $0 == "「" }) != text.count(where: { $0 == "」" }) { faults.append("corner brackets without a partner: \(text)") }
    let own = text.replacing(/「[^」]*」/, with: "「」").replacing("服务器:端口", with: "服务器")
    let named = chineseNames.reduce(own) { $0.replacing($1, with: "·") }
    for word in chinese where named.contains(word) { faults.append("\(word): \(text)") }
    if named.contains(/以 ?[0-9]+ ?(退出|结束)/) { faults.append("退出码为 N: \(text)") }
    for pair in ["。。", "，。", "。，", "：。", "；。", "、。", "。；"] where own.contains(pair) { faults.append("\(pair): \(text)") }
    let small = own.replacing(/--[a-z-]+/, with: "").tokens.filter { word in word.count > 1 && word.allSatisfy { "a"..."z" ~= $0 } }
    for word in small where !ofCatalog && !typed.contains(word) { faults.append("English left over, \(word): \(text)") }
    if ofCatalog, own.replacing(/（[^）]*）/, with: "").contains(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/) {
      faults.append("English left over: \(text)")
    }
    let scalars = Array(own.unicodeScalars)
    for (left, right) in zip(scalars, scalars.dropFirst()) {
      if left.isHan && right.isLatin || left.isLatin && right.isHan { faults.append("no space, \(left)\(right): \(text)") }
      if left.isHan && ",;:?!".unicodeScalars.contains(right) { faults.append("half-width punctuation, \(left)\(right): \(text)") }
      if left == " " && "，。；：？！、）」".unicodeScalars.contains(right) { faults.append("a space before \(right): \(text)") }
    }
    return faults
  }

  /// Returns the words in a foreign script that an English text does not explain: each is in parentheses behind its English word, or the
  /// English word is in parentheses behind it.
  private static func unexplained(_ text: String) -> [String] {
    var (depth, open): (Int, String?) = (0, nil)
    var faults: [String] = []
    for word in text.split(separator: " ") {
      if word.hasPrefix("(") {
        if depth == 0 { open = nil }
        depth += 1
      } else if let label = open, !word.unicodeScalars.contains(where: \.isForeign), word != ">" {
        faults.append(label)
        open = nil
      }
      if depth == 0, word.unicodeScalars.contains(where: \.isForeign) { open = open ?? String(word) }
      if depth > 0, word.trimming.hasSuffix(")") { depth -= 1 }
    }
    return faults + (open.map { [$0] } ?? [])
  }

  private static func withoutQuotes(_ text: String) -> String { text.replacing(/(^|[ (])'[^']+'/, with: " ") }
}

extension String {
  /// The words, with the signs inside of them.
  fileprivate var tokens: [String] {
    split { !($0.isLetter || $0.isNumber || "-'._·[]/@:=|".contains($0)) }.map { $0.trimming }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// Without the punctuation at the end.
  fileprivate var trimming: String {
    var text = String(self)
    while let last = text.last, ".,:;".contains(last) { text.removeLast() }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { (0x4e00...0x9fff).contains(value) }
  fileprivate var isLatin: Bool { isASCII && (properties.isAlphabetic || ("0"..."9").contains(self)) }
  /// A letter of a script that an English reader does not read.
  fileprivate var isForeign: Bool { value > 0x24f && properties.isAlphabetic }
}
