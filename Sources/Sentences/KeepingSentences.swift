// Where a secret is kept, and what is said when it cannot be.

import Keeping
import Posix
import Registry
import Vocabulary

package enum KeepingSentence {
  /// A keyring as it is offered and spoken of.
  package static func name(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService: Text("the desktop's keyring (Secret Service)", "桌面密钥环（Secret Service）")
    case .pass: Text(same: "pass")
    case .gopass: Text(same: "gopass")
    case .keychain: Text("the macOS keychain", "macOS 钥匙串")
    case .file: Text("a file that only you can read", "只有你能读取的文件")
    }
  }

  /// Beside the file, wherever it is offered.
  package static let lastResort = Text(
    "A file is not encrypted: whoever gets this disk or a backup of it can read the secret. A keyring is better.",
    "文件没有加密：拿到这块磁盘或其备份的人就能读出密码。用密钥环更好。")

  /// Once it has been read back.
  package static func kept(_ keyring: Keyring) -> Text {
    let name = name(keyring)
    return Text(
      "The secret is kept in \(name.english), and was read back.",
      Chinese.sentence("密码已保存到\(Chinese.inside(name.simplifiedChinese))，并已读回核对。"))
  }

  /// Where the entry has another name than the address.
  package static func keptAs(_ entry: Visible) -> Text { Text("Its name there is \(entry).", "那里的条目名称是 \(entry)。") }

  /// It is there already, so nothing was written.
  package static func heldAlready(_ keyring: Keyring, _ entry: Visible) -> Text {
    about(
      keyring, { "\($0) holds this secret already, as \(entry): nothing was changed there." }, { "\($0)里已有这个密码，条目是 \(entry)，没有改动。" })
  }

  /// Asked before what a person wrote is changed.
  package static func mayReplace(_ keyring: Keyring, _ entry: Visible, orBeside: Bool) -> Text {
    let refusal =
      orBeside
      ? Text("n keeps the new secret beside it, under another name.", "选 n 则以另一个名称单独保存新密码。")
      : Text("With n nothing is saved.", "选 n 则什么都不保存。")
    return about(
      keyring,
      {
        "\($0) has an entry \(entry) with another secret in it, which setup did not write alone. Replace its first line, and leave the others? \(refusal.english) y/n"
      },
      { "\($0)里已有条目 \(entry)，其中是另一个密码，且不全是由 setup 写入的。要替换它的第一行、保留其余各行吗？\(refusal.simplifiedChinese)y/n" })
  }

  /// Its change was broken off.
  package static func unsettled(_ name: Visible) -> (error: Text, hint: Text?) {
    (
      Text(
        "The secret of \(name) is being changed together with its servers, or that was broken off: which of them it is for is not known, so it is not used.",
        "\(name) 的密码正在和服务器一起更改，或者更改被中断了：不知道它属于哪些服务器，因此不使用。"),
      Text("If no other setup is running, give it anew: setup accounts edit NAME", "如果没有别的 setup 在运行，请重新提供：setup accounts edit 名称")
    )
  }

  package static func text(_ fault: KeepingFault) -> (error: Text, hint: Text?) {
    switch fault {
    case .notInstalled(let keyring): (notInstalled(keyring), others)
    case .notReady(let keyring): notReady(keyring)
    case .locked(let keyring):
      (
        about(keyring, { "\($0) is locked, or the question to unlock it was dismissed." }, { "\($0)处于锁定状态，或解锁请求被取消。" }),
        keyring == .keychain
          ? Text("Unlock it and try again: security unlock-keychain", "请解锁后再试：security unlock-keychain")
          : Text(
            "Unlock it and try again. Over SSH or without a desktop it often cannot be unlocked: use another one then.",
            "请解锁后再试。通过 SSH 或没有桌面时往往无法解锁，请改用别的。")
      )
    case .missing(let keyring, let entry):
      (
        about(keyring, { "There is no secret for \(safe(entry)) in \($0)." }, { "\($0)里没有 \(safe(entry)) 的密码。" }),
        Text("Give it anew: setup accounts edit NAME", "请重新提供：setup accounts edit 名称")
      )
    case .failed(let keyring, let status, let said):
      (
        about(
          keyring, { "\($0) refused (exit status \(status))" + (said.map { ": \(safe($0))" } ?? ".") },
          { "\($0)拒绝了操作（退出状态 \(status)）" + (said.map { "：\(safe($0))" } ?? "。") }),
        tryByHand(keyring)
      )
    case .differs(let keyring, let isUndone):
      (
        about(keyring, { "\($0) gave back something else than what was stored." }, { "\($0)读回的内容与存入的不同。" }),
        isUndone
          ? Text("It is as it was before. Use another one.", "已恢复原状。请改用别的。")
          : Text("What is stored there now is not to be trusted: remove it.", "那里现在存的内容不可信，请删除。")
      )
    case .occupied(let keyring, let entry):
      (
        about(
          keyring,
          { "\($0) has an entry \(safe(entry)) with something else in it, which is not replaced without asking. Nothing was saved." },
          { "\($0)里的条目 \(safe(entry)) 已有别的内容，未经询问不会替换。没有保存任何内容。" }),
        Text(
          "At a terminal setup asks. Or give the entry another name, or use another keyring: --store.",
          "在终端里运行 setup 会询问。也可以先给该条目改名，或用 --store 换一个位置。")
      )
    case .unalterable(let keyring, let entry):
      (
        about(
          keyring,
          { "What \($0) has in \(safe(entry)) could not be put back as it is, or is not this account's alone: it was left as it is." },
          { "\($0)里条目 \(safe(entry)) 的内容无法原样写回，或者不只属于这个账户，因此没有改动。" }),
        Text("Change it in the keyring itself, or use another one: --store.", "请直接在密钥环里修改，或用 --store 换一个位置。")
      )
    case .changed(let keyring, let entry):
      (
        about(keyring, { "Somebody has changed \(safe(entry)) in \($0) in the meantime." }, { "\($0)里的条目 \(safe(entry)) 刚刚被别人改过。" }),
        Text("Nothing was saved; try again.", "没有保存任何内容，请再试一次。")
      )
    case .several(let keyring, let entry):
      (
        about(keyring, { "\($0) has several entries for \(safe(entry))." }, { "\($0)里有多个 \(safe(entry)) 的条目。" }),
        Text("Which of them is meant cannot be told: remove those that are not.", "无法判断是哪一个，请删除多余的。")
      )
    case .noRecipient(let keyring):
      (
        about(keyring, { "\($0) does not say whom to encrypt for: its .gpg-id is empty." }, { "\($0)没有指明加密对象：.gpg-id 是空的。" }),
        tryByHand(keyring)
      )
    case .timedOut(let keyring):
      (
        about(keyring, { "\($0) did not answer in time." }, { "\($0)没有及时响应。" }),
        Text("If it is waiting for a passphrase, unlock it first and try again.", "如果它在等待输入口令，请先解锁再试。")
      )
    case .interrupted: (FailureSentence.interrupted, nil)
    case .unusable(let keyring, let fault):
      (unusable(keyring, fault), Text("Its first line has to be the secret and nothing else.", "第一行必须只是密码，不能有别的内容。"))
    case .badEntry(let keyring, let entry):
      (about(keyring, { "\($0) has no way to name an entry \(safe(entry))." }, { "\($0)无法使用 \(safe(entry)) 作为条目名称。" }), others)
    case .noHome:
      (
        Text("There is no place for secrets: HOME is not set.", "没有保存密码的位置：未设置 HOME。"),
        Text("Set HOME or XDG_DATA_HOME to an absolute path.", "请把 HOME 或 XDG_DATA_HOME 设为绝对路径。")
      )
    case .open(let path):
      (
        Text("\(safe(path)) belongs to another user, or others can look into it.", "\(safe(path)) 属于其他用户，或可被其他用户查看。"),
        Text("If it is yours: chmod go= \(safe(path))", "如果是你自己的：chmod go= \(safe(path))")
      )
    case .foreign(let path): RegistrySentence.foreign(path)
    case .special(let path):
      (
        Text("\(safe(path)) is something else than it should be: a link, a folder, a device.", "\(safe(path)) 不是应有的普通文件或文件夹，可能是链接或设备。"),
        Text("Move it away and try again.", "请将它移走再试。")
      )
    case .unreadable(let path, let reason):
      (Text("\(safe(path)) cannot be read: \(reason.text)", "无法读取 \(safe(path))：\(reason.text)"), nil)
    case .unwritable(let path, let reason):
      (Text("\(safe(path)) cannot be written: \(reason.text)", "无法写入 \(safe(path))：\(reason.text)"), nil)
    }
  }

  package static func text(_ fault: DialectFault) -> (error: Text, hint: Text?) {
    switch fault {
    case .tooLong(let dialect, let most):
      (
        Text(
          "\(reader(dialect)) keeps \(most) octets of a user name or secret, and this is longer.",
          "\(reader(dialect)) 的用户名或密码最多 \(most) 字节，这里的更长。"), shorter
      )
    case .notText(let dialect):
      (Text("\(reader(dialect)) takes only UTF-8, and this secret is not.", "\(reader(dialect)) 只接受 UTF-8，而这个密码不是。"), shorter)
    case .unspeakable(let dialect):
      (Text("\(reader(dialect)) has no way to write this secret or user name.", "\(reader(dialect)) 无法写出这个密码或用户名。"), shorter)
    }
  }

  /// Whose the dialect is.
  private static func reader(_ dialect: Dialect) -> String {
    switch dialect {
    case .plain: "plain"
    case .git: "git"
    case .neomutt: "NeoMutt"
    case .netrc: "netrc"
    }
  }

  private static let shorter = Text(
    "An app password is short and plain; or use a program that takes the plain line.", "应用密码较短且没有特殊字符；也可改用能读取单行密码的程序。")

  package static let onTerminal: (error: Text, hint: Text?) = (
    Text("The secret would be shown on the terminal.", "密码会显示在终端上。"),
    Text(
      "A mail program runs this call and reads it. To see it all the same: --force", "这个命令由邮件程序运行并读取。确实要看，请加 --force。")
  )

  package static func noneKept(_ name: Visible) -> (error: Text, hint: Text?) {
    (
      Text("No secret is kept for \(name).", "没有保存 \(name) 的密码。"),
      Text("To keep one: setup accounts edit NAME --store KEYRING", "要保存密码：setup accounts edit 名称 --store 密钥环")
    )
  }

  package static func noAccount(for host: Visible) -> (error: Text, hint: Text?) {
    (
      Text("No saved account has this user name at \(host).", "没有哪个已保存的账户在 \(host) 使用这个用户名。"),
      Text("setup accounts lists them.", "用 setup accounts 查看已保存的账户。")
    )
  }

  package static let needsAccount = Text("an account", "账户名")
  package static let needsOperation = Text("an operation, which git adds by itself", "操作名称（由 git 自动加上）")
  package static let needsDialect = Text(
    "one of \(Dialect.allCases.map(\.rawValue).joined(separator: ", "))", "以下之一：\(Dialect.allCases.map(\.rawValue).joined(separator: "、"))")
  package static let needsKeyring = Text("one of \(names(", "))", "以下之一：\(names("、"))")

  private static let others = Text(
    "Another place: --store, with one of \(names(", ")).", "可改用其他位置：--store 加以下之一：\(names("、"))。")

  private static func names(_ separator: String) -> String { Keyring.allCases.map(\.rawValue).joined(separator: separator) }

  private static func notInstalled(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService:
      Text("secret-tool is not installed here (Debian: libsecret-tools).", "本机没有安装 secret-tool（Debian 软件包：libsecret-tools）。")
    case .pass, .gopass: Text("\(keyring.rawValue) is not installed here.", "本机没有安装 \(keyring.rawValue)。")
    case .keychain, .file: about(keyring, { "\($0) is not there." }, { "没有\($0)。" })
    }
  }

  private static func notReady(_ keyring: Keyring) -> (error: Text, hint: Text?) {
    switch keyring {
    case .secretService:
      (
        Text("No keyring answers in this session (Secret Service).", "当前会话没有可用的密钥环（Secret Service）。"),
        Text(
          "It needs a desktop session with GNOME Keyring, KWallet or KeePassXC. Elsewhere use pass.",
          "需要桌面会话，并有 GNOME Keyring、KWallet 或 KeePassXC。其他情况请用 pass。")
      )
    case .pass:
      (
        Text("pass has no store yet.", "pass 还没有初始化。"),
        Text("Make one: gpg --gen-key, then pass init YOUR-KEY", "请先运行 gpg --gen-key，再运行 pass init 你的密钥")
      )
    case .gopass: (Text("gopass has no store yet.", "gopass 还没有初始化。"), Text("Make one: gopass setup", "请先运行 gopass setup"))
    case .keychain, .file: (about(keyring, { "\($0) is not there." }, { "没有\($0)。" }), others)
    }
  }

  private static func tryByHand(_ keyring: Keyring) -> Text? {
    switch keyring {
    case .pass, .gopass:
      Text(
        "Try \(keyring.rawValue) by itself first: it may need its key, or a passphrase that nobody is there to type. Over SSH: export GPG_TTY=$(tty)",
        "请先单独试用 \(keyring.rawValue)：可能缺少密钥，或需要输入口令。通过 SSH 时：export GPG_TTY=$(tty)")
    case .secretService, .keychain, .file: nil
    }
  }

  private static func unusable(_ keyring: Keyring, _ fault: Secret.Fault) -> Text {
    switch fault {
    case .empty: about(keyring, { "What \($0) holds is empty." }, { "\($0)里的内容是空的。" })
    case .tooLong:
      about(keyring, { "What \($0) holds is longer than \(Secret.limit) octets." }, { "\($0)里的内容超过了 \(Secret.limit) 字节。" })
    case .forbiddenOctet:
      about(keyring, { "What \($0) holds has a control character no login can carry." }, { "\($0)里的内容含有无法用于登录的控制字符。" })
    }
  }

  /// A sentence about a keyring, which may begin with it.
  private static func about(_ keyring: Keyring, _ english: (String) -> String, _ chinese: (String) -> String) -> Text {
    let name = keyring == .file ? Text("the secrets file", "密码文件") : name(keyring)
    let sentence = english(name.english)
    // Programs are spelled as they are.
    let first = [.pass, .gopass].contains(keyring) ? sentence : sentence.prefix(1).uppercased() + sentence.dropFirst()
    return Text(first, Chinese.sentence(chinese(Chinese.inside(name.simplifiedChinese))))
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 120).text }
}
