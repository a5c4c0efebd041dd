// What the keys do, and what is said about input that answers no question.

import Vocabulary

package enum KeySentence {
  /// What the keys do in a menu, in at most 60 columns. The most important ones come first, because a narrow window shows only those.
  package static func menu(mayGoBack: Bool) -> Text {
    mayGoBack
      ? Text("Up/Down, number | Enter: choose | Shift-Tab: back | F1: help", "↑↓ 或数字 移动 | 回车 选择 | Shift-Tab 返回 | F1 帮助")
      : Text("Up/Down, number | Enter: choose | F1: help | Ctrl-C: quit", "↑↓ 或数字 移动 | 回车 选择 | F1 帮助 | Ctrl-C 退出")
  }

  /// What the keys do at a yes-or-no question. Enter alone means `initial`.
  package static func question(initial: Bool) -> Text {
    initial
      ? Text("y or n, then Enter | Enter alone: yes | Shift-Tab: back", "y 或 n，再按回车 | 直接回车 是 | Shift-Tab 返回")
      : Text("y or n, then Enter | Enter alone: no | Shift-Tab: back", "y 或 n，再按回车 | 直接回车 否 | Shift-Tab 返回")
  }

  /// Returns a yes-or-no question with the letter in capitals that Enter alone means.
  package static func question(_ question: Text, initial: Bool) -> Text {
    let letters = initial ? "[Y/n]" : "[y/N]"
    return Text("\(question.english) \(letters) ", "\(question.simplifiedChinese)\(letters) ")
  }

  package static let questionHelp = Text(
    "y is yes, n is no; Enter alone means the letter in capitals.", "y 表示是，n 表示否；直接按回车，表示大写的那个字母。")

  /// The number of entries in the window, if not all of them fit.
  package static func shown(_ count: Int, of whole: Int) -> Text { Text("\(count) of \(whole) shown", "显示 \(count) 个，共 \(whole) 个") }

  /// Line by line, several lines came at a question that takes a choice.
  package static let pasteIgnored = Text(
    "Several lines came at once, so none of them was taken as the answer.", "一次收到了好几行，都没有当作回答。")
  /// Line by line, several lines came at a question for text.
  package static let firstLineOnly = Text(
    "Several lines came at once. Only the first was used.", "一次收到了好几行，只用了第一行。")
  /// Line by line, something that may be the secret came at the menu about it, where the terminal has shown it.
  package static let secretAtMenu = Text(
    "That is not one of the numbers. If it is the new password, enter it at the next question, where it is not shown.",
    "这不是列出的序号。如果它是新密码，请在下一个问题里输入，那里不会显示出来。")

  /// The answer names no entry of the menu.
  package static func notAChoice(_ title: Text, count: Int) -> Text {
    Text(
      "\(title.english) That is not one of the choices. Enter a number from 1 to \(count), or ? for help.",
      "\(title.simplifiedChinese)没有这个选项。请输入 1 到 \(count) 之间的序号，输入 ? 查看说明。")
  }
  /// The same for a list that more letters shorten.
  package static func notAnEntry(count: Int) -> Text {
    Text(
      "That is not one of the choices. Enter a number from 1 to \(count), or more letters.",
      "没有这个选项。请输入 1 到 \(count) 之间的序号，或再输入几个字。")
  }
  /// The same below a text that is read part by part.
  package static let notOneOfThese = Text("Enter one of the letters shown, or press Enter alone.", "请输入提示里的字母，或直接按回车。")
  /// The answer to a yes-or-no question is neither.
  package static let notYesOrNo = Text("Enter y for yes or n for no.", "请输入 y（是）或 n（否）。")

  /// Said after an error about missing input.
  package static let inBackground = Text(
    "setup runs in the background, where it cannot ask. Start it without & to be asked.", "setup 在后台运行，无法提问。启动时不加 & 就可以提问。")

  /// The end of a question with a time limit.
  package static let timedOut = Text(
    "No answer came within the time limit, so setup stopped.", "在时限内没有收到回答，setup 已停止。")
}

/// What the choice of a menu decides.
package enum MenuHelp {
  package static let afterFailure = Text(
    "The first entry is what the likely cause asks for. Your answers stay; nothing is sent before you choose.",
    "第一项针对最可能的原因。已填的内容都会保留；在你选择之前不会发送任何内容。")
  package static let afterSuccess = Text(
    "The account works. Saving it lets mail clients and setup check use it; the other entries only show or write its settings.",
    "账户可以使用。保存后，邮件客户端和 setup check 就能使用它；其他选项只显示或写入参数。")
  package static let brand = Text(
    "These systems have different servers and passwords. Your address shows which one you have: look at the part after the @.",
    "这几种邮箱的服务器和密码各不相同。看邮箱地址 @ 后面的部分，就知道是哪一种。")
  package static let keyring = Text(
    "Where the password is saved. Keyrings encrypt it; a file on this computer does not. Without it, setup asks for the password each time.",
    "密码保存在哪里。密钥环会加密保存，本机文件不加密。如果不保存，每次都要输入密码。")
  package static let client = Text(
    "The mail client that gets the settings of this account. You see every change before it is written.",
    "要使用这个账户的邮件客户端。写入任何内容之前都会先给你看。")
  package static let file = Text(
    "Writing changes the client's own file, after showing the change, and leaves a copy of the old one next to it. Showing changes nothing.",
    "写入会改动客户端的配置文件，改动前先显示内容，并保留原文件的副本；只显示则不做任何改动。")
  package static let similarDomain = Text(
    "The domain of your address looks like a known one with a typing error. Nothing has been looked up or sent yet.",
    "这个域名很像某个常见域名的误写。目前还没有查询，也没有发送任何内容。")
  package static let otherProvider = Text(
    "The address and the provider do not fit together. The provider decides which servers get your password.",
    "地址和服务商不一致。密码会发送给哪些服务器，由服务商决定。")
  package static let discovery = Text(
    "How to find the servers of your address. Only what you choose is asked; your password is not sent.",
    "用什么办法查找这个地址的服务器。只查询你选的那一项，不会发送密码。")
  package static let signIn = Text(
    "This provider accepts no password from mail clients. Each way gets an access token instead; setup never sees your password.",
    "这家服务商不接受邮件客户端用密码登录。这几种办法都是取得访问令牌，setup 不会接触你的密码。")
  package static let slip = Text(
    "What you typed is not a complete address. Choose the one you mean, or type it again. Nothing has been looked up or sent yet.",
    "输入的内容不是完整的邮箱地址。请选择你要的地址，或重新输入。目前还没有查询，也没有发送任何内容。")
  package static let elsewhere = Text(
    "setup cannot check this account at this provider. Each entry goes on another way, and your other answers stay.",
    "无法按这家服务商验证这个账户。每一项都是另一种办法，其他已填的内容会保留。")
  package static let encryption = Text(
    "SSL/TLS encrypts from the start, usually at ports 993 and 465; STARTTLS begins after a first exchange, usually at 143 and 587.",
    "SSL/TLS 从一开始就加密，常用端口 993 和 465；STARTTLS 先连接再加密，常用端口 143 和 587。")
  package static let saved = Text(
    "This account is already saved. Checking changes nothing; editing keeps the saved account until the new settings work.",
    "这个账户已经保存。验证不会改动它；修改时，新的设置验证通过之前，原来的账户保持不变。")
  package static let whichSaved = Text(
    "Several accounts are saved for this address. Choose the one you mean, or set up a new one; nothing changes yet.",
    "这个地址有好几个已保存的账户。请选择其中一个，或设置新的账户；现在还不会改动。")
  package static let document = Text(
    "setup does not write this into a client's own file: save it where you want it, or read it here.",
    "这份配置不会写入客户端自己的文件：可以保存到你指定的位置，也可以显示在这里。")
  package static let account = Text(
    "The file contains several accounts. The one you choose is checked; the file is not changed.", "文件里有好几个账户。会验证你选的那一个，文件不会改动。")
}
