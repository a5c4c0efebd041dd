// What people type or paste to say which provider they have, and the entry that it means. Collected from web addresses,
// settings pages, address books and typing slips. The table was written before the ranking that has to satisfy it.

/// A text that a user types, and the provider that it means.
struct TypedQuery: Sendable {
  let typed: String
  /// The id of the entry that has to be first in the list.
  let id: String

  init(_ typed: String, _ id: String) { (self.typed, self.id) = (typed, id) }
}

enum TypedQueries {
  /// Web addresses from the browser's address bar, and host names with or without a path.
  static let pages = [
    TypedQuery("https://mail.qq.com/", "qq"), TypedQuery("https://mail.qq.com/cgi-bin/frame_html?sid=abc&t=main", "qq"),
    TypedQuery("mail.qq.com", "qq"), TypedQuery("http://mail.163.com/js6/main.jsp?sid=x", "163"), TypedQuery("https://mail.163.com", "163"),
    TypedQuery("mail.126.com", "126"), TypedQuery("https://www.yeah.net/", "yeah"), TypedQuery("https://exmail.qq.com/login", "exmail"),
    TypedQuery("exmail.qq.com", "exmail"), TypedQuery("https://qiye.163.com/login/", "netease-enterprise"),
    TypedQuery("qiye.aliyun.com", "aliyun-enterprise"), TypedQuery("https://qiye.aliyun.com/alimail/", "aliyun-enterprise"),
    TypedQuery("https://mail.aliyun.com/", "aliyun"), TypedQuery("https://mail.sina.com.cn/", "sina"),
    TypedQuery("https://mail.sohu.com/fe/#/login", "sohu"), TypedQuery("https://mail.139.com", "139"),
    TypedQuery("webmail30.189.cn/w2/", "189"), TypedQuery("https://mail.google.com/mail/u/0/#inbox", "gmail"),
    TypedQuery("https://myaccount.google.com/apppasswords", "gmail"), TypedQuery("https://outlook.live.com/mail/0/", "outlook"),
    TypedQuery("https://outlook.office365.com/mail/", "microsoft365"), TypedQuery("https://www.icloud.com/mail", "icloud"),
    TypedQuery("https://mail.yahoo.com/d/folders/1", "yahoo"), TypedQuery("mail.yahoo.co.jp", "yahoo-japan"),
    TypedQuery("https://mail.yandex.ru", "yandex"), TypedQuery("https://mail.yandex.com/?uid=1#inbox", "yandex"),
    TypedQuery("https://e.mail.ru/inbox/", "mail-ru"), TypedQuery("https://mail.zoho.com/zm/", "zoho"), TypedQuery("mail.zoho.eu", "zoho"),
    TypedQuery("https://app.fastmail.com/", "fastmail"), TypedQuery("https://mail.proton.me/u/0/inbox", "proton"),
    TypedQuery("https://mail.naver.com/", "naver"), TypedQuery("https://mail.daum.net", "daum"), TypedQuery("https://www.gmx.net/", "gmx"),
    TypedQuery("https://web.de/", "web-de"), TypedQuery("https://mail.aol.com/", "aol"), TypedQuery("webmail.migadu.com", "migadu"),
    TypedQuery("https://privateemail.com", "namecheap"), TypedQuery("https://login.mailbox.org/en", "mailbox-org"),
    TypedQuery("https://work.weixin.qq.com/wework_admin/", "exmail"),
  ]

  /// Host names, with and without ports, as settings pages print them.
  static let hosts = [
    TypedQuery("imap.163.com", "163"), TypedQuery("smtp.163.com:465", "163"), TypedQuery("pop.163.com", "163"),
    TypedQuery("imap.qq.com", "qq"), TypedQuery("imap.exmail.qq.com", "exmail"), TypedQuery("hwsmtp.exmail.qq.com:465", "exmail"),
    TypedQuery("pop.exmail.qq.com", "exmail"), TypedQuery("imap.qiye.aliyun.com", "aliyun-enterprise"),
    TypedQuery("imap.gmail.com", "gmail"), TypedQuery("smtp.gmail.com:587", "gmail"), TypedQuery("pop.gmail.com", "gmail"),
    TypedQuery("smtp-mail.outlook.com", "outlook"), TypedQuery("imap.mail.me.com", "icloud"),
    TypedQuery("smtp.mail.me.com:587", "icloud"), TypedQuery("imap.mail.ru", "mail-ru"), TypedQuery("imap.yandex.com:993", "yandex"),
    TypedQuery("imap.zoho.com", "zoho"), TypedQuery("imap.mail.yahoo.com", "yahoo"), TypedQuery("imap.mail.yahoo.co.jp", "yahoo-japan"),
    TypedQuery("imap.naver.com", "naver"), TypedQuery("ssl0.ovh.net", "ovh"), TypedQuery("imap.one.com", "one-com"),
    TypedQuery("imap.ionos.de", "ionos"), TypedQuery("secureimap.t-online.de", "t-online"), TypedQuery("imap.gmx.net", "gmx"),
    TypedQuery("imap.web.de", "web-de"), TypedQuery("WWW.GMAIL.COM", "gmail"), TypedQuery("imap.163.com.", "163"),
    TypedQuery("imaps://me@imap.fastmail.com:993/", "fastmail"), TypedQuery("smtp://smtp.qq.com:465", "qq"),
    TypedQuery("IMAP.QQ.COM:993", "qq"), TypedQuery("webmail.disroot.org", "disroot"),
  ]

  /// Names as titles and users write them, with a word for mail behind.
  static let names = [
    TypedQuery("Yandex邮箱", "yandex"), TypedQuery("iCloud邮箱", "icloud"), TypedQuery("Gmail邮箱", "gmail"),
    TypedQuery("Mail.ru邮箱", "mail-ru"), TypedQuery("AOL邮箱", "aol"), TypedQuery("外贸邮箱", "alibaba"), TypedQuery("88邮箱", "88"),
    TypedQuery("189邮箱", "189"), TypedQuery("QQ企业邮箱", "exmail"), TypedQuery("163企业邮箱", "netease-enterprise"),
    TypedQuery("飞书邮箱", "feishu"), TypedQuery("谷歌企业邮箱", "google-workspace"), TypedQuery("雅虎邮箱", "yahoo"),
    TypedQuery("日本雅虎邮箱", "yahoo-japan"), TypedQuery("Fastmail邮箱", "fastmail"), TypedQuery("Proton邮箱", "proton"),
    TypedQuery("Outlook邮箱", "outlook"), TypedQuery("hotmail邮箱", "outlook"), TypedQuery("苹果邮箱", "icloud"),
    TypedQuery("139信箱", "139"), TypedQuery("yandex mail", "yandex"), TypedQuery("fastmail email", "fastmail"),
    TypedQuery("icloud e-mail", "icloud"), TypedQuery("outlook企业邮箱", "microsoft365"), TypedQuery("Gmail 企业邮箱", "google-workspace"),
    TypedQuery("Naver 邮箱", "naver"), TypedQuery("Daum邮箱", "daum"), TypedQuery("搜狐邮箱", "sohu"), TypedQuery("TOM邮箱", "tom"),
    TypedQuery("21cn邮箱", "21cn"), TypedQuery("126 邮箱", "126"), TypedQuery("阿里云企业邮", "aliyun-enterprise"),
    TypedQuery("Zoho企业邮箱", "zoho-workplace"), TypedQuery("Posteo Mail", "posteo"), TypedQuery("网易 163 邮箱", "163"),
    TypedQuery("微软企业邮箱", "microsoft365"), TypedQuery("沃邮箱", "wo"), TypedQuery("腾讯企业邮", "exmail"),
  ]

  /// Ids, domains, aliases and names that are also parts of others.
  static let exact = [
    TypedQuery("yahoo", "yahoo"), TypedQuery("Yahoo", "yahoo"), TypedQuery("me.com", "icloud"), TypedQuery("godaddy", "godaddy"),
    TypedQuery("alibaba", "alibaba"), TypedQuery("LARK", "lark"), TypedQuery("mail.org", "mail-com"), TypedQuery("email.com", "mail-com"),
    TypedQuery("hotmail", "outlook"), TypedQuery("gmx", "gmx"), TypedQuery("zoho", "zoho"), TypedQuery("GMAIL", "gmail"),
    TypedQuery("163", "163"), TypedQuery("mail.com", "mail-com"), TypedQuery("wy", "163"), TypedQuery("pingguo", "icloud"),
    TypedQuery("yidong", "139"), TypedQuery("gmai", "gmail"), TypedQuery("fastm", "fastmail"), TypedQuery("proto", "proton"),
    TypedQuery("yand", "yandex"), TypedQuery("hotm", "outlook"), TypedQuery("雅虎", "yahoo"), TypedQuery("网易", "163"),
    TypedQuery("tengxun", "qq"), TypedQuery("google", "gmail"), TypedQuery("university", "coremail"),
  ]

  /// What an input method in full-width mode types.
  static let fullWidth = [
    TypedQuery("ｑｑ．ｃｏｍ", "qq"), TypedQuery("ｇｍａｉｌ", "gmail"), TypedQuery("１６３", "163"), TypedQuery("ｍｅ＠yandex.com", "yandex"),
    TypedQuery("12345＠qq.com", "qq"), TypedQuery("me@163。com", "163"), TypedQuery("ＱＱ邮箱", "qq"), TypedQuery("ｏｕｔｌｏｏｋ", "outlook"),
    TypedQuery("\u{3000}163\u{3000}", "163"), TypedQuery("me@qq．com", "qq"), TypedQuery("ｉｍａｐ．１６３．ｃｏｍ：９９３", "163"),
    TypedQuery("me@163｡com", "163"),
  ]

  /// Words that are written apart or together.
  static let blanks = [
    TypedQuery("g mail", "gmail"), TypedQuery("out look", "outlook"), TypedQuery("i cloud", "icloud"), TypedQuery("1 6 3", "163"),
    TypedQuery("hot mail", "outlook"), TypedQuery("proton mail", "proton"), TypedQuery("yahoo japan", "yahoo-japan"),
    TypedQuery("ya ndex", "yandex"), TypedQuery("web de", "web-de"), TypedQuery("mail ru", "mail-ru"), TypedQuery("fast mail", "fastmail"),
    TypedQuery("q q", "qq"), TypedQuery("net ease enterprise", "netease-enterprise"), TypedQuery("tencent exmail", "exmail"),
  ]

  /// Addresses with what mail clients and web pages write around them.
  static let addresses = [
    TypedQuery("Some Name <me@gmail.com>", "gmail"), TypedQuery("李伟 <me@163.com>", "163"),
    TypedQuery("\"Li, Wei\" <liwei@126.com>", "126"), TypedQuery("me@gmail.com,", "gmail"), TypedQuery("me@gmail.com.", "gmail"),
    TypedQuery("me@gmail.com\u{200b}", "gmail"), TypedQuery("<me@qq.com>", "qq"), TypedQuery("me@outlook.com;", "outlook"),
    TypedQuery("\u{a0}me@icloud.com\u{a0}", "icloud"), TypedQuery("《me@163.com》", "163"), TypedQuery("“me@qq.com”", "qq"),
    TypedQuery("ME@GMAIL.COM", "gmail"), TypedQuery("mailto:me@yandex.ru?subject=hi", "yandex"), TypedQuery("me@163.com。", "163"),
    TypedQuery("MAILTO:me@naver.com", "naver"), TypedQuery("me@gm\u{ad}ail.com", "gmail"), TypedQuery("(me@posteo.de)", "posteo"),
  ]

  /// Everything that has to find its entry.
  static let found = pages + hosts + names + exact + fullWidth + blanks + addresses

  /// Typing slips. The entry is offered, and nothing is chosen for the user.
  static let slips = [
    TypedQuery("gmial", "gmail"), TypedQuery("yandx", "yandex"), TypedQuery("gogle", "gmail"), TypedQuery("outlok", "outlook"),
    TypedQuery("hotmial.com", "outlook"), TypedQuery("gmai1.com", "gmail"), TypedQuery("iclould", "icloud"),
    TypedQuery("protonmial", "proton"), TypedQuery("fastmial", "fastmail"), TypedQuery("yahooo", "yahoo"), TypedQuery("qq.con", "qq"),
    TypedQuery("163.con", "163"), TypedQuery("me@gmial.com", "gmail"), TypedQuery("me@hotmial.com", "outlook"),
    TypedQuery("yandxe", "yandex"), TypedQuery("outloook", "outlook"), TypedQuery("naverr", "naver"), TypedQuery("sohuu", "sohu"),
    TypedQuery("aliyum", "aliyun"), TypedQuery("exmial", "exmail"), TypedQuery("tutanoat", "tuta"), TypedQuery("gmal.com", "gmail"),
    TypedQuery("icloud.con", "icloud"), TypedQuery("foxmial.com", "qq"), TypedQuery("me@outlok.com", "outlook"),
    TypedQuery("ｇｍｉａｌ", "gmail"), TypedQuery("https://mail.gogle.com/", "gmail"),
  ]
}
