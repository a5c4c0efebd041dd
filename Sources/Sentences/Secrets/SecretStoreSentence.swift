// Sentences about secret stores: where a secret is saved, and why it could not be.

import AccountStore
import Posix
import SecretStores
import Vocabulary

package enum SecretStoreSentence {
  /// Returns the name under which a keyring is offered and mentioned.
  package static func name(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService: Text("the desktop keyring (Secret Service)", "桌面密钥环（Secret Service）")
    case .pass: Text(same: "pass")
    case .gopass: Text(same: "gopass")
    case .keychain: Text("the macOS keychain", "macOS 钥匙串")
    case .file: Text("a file only you can read", "只有你能读取的文件")
    }
  }

  /// Printed wherever the file is offered.
  package static let lastResort = Text(
    "The file is not encrypted: anyone who gets this disk or a backup can read the password. A keyring is safer.",
    "文件没有加密，拿到这块硬盘或备份的人都能读出密码。用密钥环更安全。")

  /// The secret was saved and read back.
  package static func kept(_ keyring: Keyring) -> Text {
    let name = name(keyring)
    return Text(
      "Password saved in \(name.english) and read back.",
      Chinese.sentence("密码已保存到\(Chinese.inside(name.simplifiedChinese))，并已读回核对。"))
  }

  /// The entry has another name than the address.
  package static func keptAs(_ entry: Visible) -> Text { Text("The entry is named \(entry).", "那里的条目名称是 \(entry)。") }

  /// The entry already contains the secret, so nothing was written.
  package static func heldAlready(_ keyring: Keyring, _ entry: Visible) -> Text {
    about(
      keyring, { "\($0) already has this password, in the entry \(entry). Nothing was changed there." },
      { "\($0)里已有这个密码，条目是 \(entry)，没有改动。" })
  }

  /// Asked before an entry that the user wrote is changed.
  package static func mayReplace(_ keyring: Keyring, _ entry: Visible, orBeside: Bool) -> Text {
    let refusal =
      orBeside
      ? Text("If you answer n, the new password is saved in an entry of its own.", "选 n 则把新密码存为另一个条目。")
      : Text("If you answer n, nothing is saved.", "选 n 则不保存任何内容。")
    return about(
      keyring,
      {
        "\($0) already has an entry \(entry) with a different password, and not everything in it is from setup. Replace its first line and leave the rest? \(refusal.english)"
      },
      { "\($0)里已有条目 \(entry)，其中的密码不同，内容也不全是 setup 写入的。只替换第一行、保留其余各行吗？\(refusal.simplifiedChinese)" })
  }

  /// A change of the account was interrupted.
  package static func unsettled(_ name: Visible) -> (error: Text, hint: Text?) {
    (
      Text(
        "The password and the servers of \(name) are being changed, or a change did not finish. It is not known which servers the saved password is for, so it is not used.",
        "\(name) 的密码和服务器正在更改，或者上次更改没有完成。无法确定保存的密码属于哪些服务器，因此没有使用。"),
      Text(
        "If no other setup is running, enter the password again: setup accounts edit NAME",
        "如果没有别的 setup 在运行，请重新输入密码：setup accounts edit 名称")
    )
  }

  /// A later version of this program stored the secret.
  package static func unknown(_ name: Visible) -> (error: Text, hint: Text?) {
    (
      Text(
        "The password of \(name) was saved by a newer version of setup, in a way this version does not know.",
        "\(name) 的密码由新版 setup 保存，当前版本不支持这种保存方式。"),
      Text(
        "Use that version, or save the password again: setup accounts edit NAME --store KEYRING",
        "请使用新版，或重新保存密码：setup accounts edit 名称 --store 密钥环")
    )
  }

  /// Returns why a password was not saved, and what its entry contains now.
  package static func text(_ error: StoringError) -> (error: Text, hint: Text?) {
    let (reason, hint) = text(error.reason)
    if error.isRestored { return (reason, hint) }
    let unknown = Text(
      "It is not known what the entry contains now, so setup does not use it.", "无法确定条目现在的内容，因此不会使用它。")
    return (
      Text("\(Self.ended(reason.english)) \(unknown.english)", Chinese.ended(reason.simplifiedChinese) + unknown.simplifiedChinese),
      Text("Check the entry, then save the password again.", "请检查该条目，然后重新保存密码。")
    )
  }

  private static func ended(_ sentence: String) -> String { sentence.last.map(".!?…".contains) == true ? sentence : sentence + "." }

  package static func text(_ fault: SecretStoreError) -> (error: Text, hint: Text?) {
    switch fault {
    case .notInstalled(let keyring): (notInstalled(keyring), others)
    case .notReady(let keyring): notReady(keyring)
    case .locked(let keyring):
      (
        about(keyring, { "\($0) is locked, or you dismissed the request to unlock it." }, { "\($0)已锁定，或者解锁请求被取消。" }),
        keyring == .keychain
          ? Text("Unlock it and try again: security unlock-keychain", "请解锁后再试：security unlock-keychain")
          : Text(
            "Unlock it and try again. Over SSH or without a desktop this is often impossible; then use another place.",
            "请解锁后再试。通过 SSH 或没有桌面时往往无法解锁，请改用其他位置。")
      )
    case .missing(let keyring, let entry):
      (
        about(keyring, { "\($0) has no password for \(safe(entry))." }, { "\($0)里没有 \(safe(entry)) 的密码。" }),
        Text("Enter it again: setup accounts edit NAME", "请重新输入：setup accounts edit 名称")
      )
    case .failed(let keyring, let status, let said):
      (
        about(
          keyring, { "\($0) reported an error (exit status \(status))" + (said.map { ": \(safe($0))" } ?? ".") },
          { "\($0)出错（退出码 \(status)）" + (said.map { "：\(safe($0))" } ?? "。") }),
        tryByHand(keyring)
      )
    case .differs(let keyring):
      (about(keyring, { "\($0) returned something other than what was saved." }, { "从\($0)读回的内容与存入的不一致。" }), others)
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
          { "The entry \(safe(entry)) in \($0) was not changed: it could not be restored exactly, or not only this account uses it." },
          { "\($0)里条目 \(safe(entry)) 的内容无法原样写回，或者不只属于这个账户，因此没有改动。" }),
        Text("Change it in the keyring itself, or use another one: --store.", "请直接在密钥环里修改，或用 --store 换一个位置。")
      )
    case .changed(let keyring, let entry):
      (
        about(
          keyring, { "The entry \(safe(entry)) in \($0) was changed just now, but not by setup." },
          { "\($0)里的条目 \(safe(entry)) 刚刚有改动，不是 setup 改的。" }),
        Text("Nothing was saved; try again.", "没有保存任何内容，请再试一次。")
      )
    case .several(let keyring, let entry):
      (
        about(keyring, { "\($0) has several entries for \(safe(entry))." }, { "\($0)里有多个 \(safe(entry)) 的条目。" }),
        Text("setup cannot tell which one is right. Remove the others.", "无法判断是哪一个，请删除多余的。")
      )
    case .noRecipient(let keyring):
      (
        about(keyring, { "\($0) has no recipient to encrypt for: its .gpg-id is empty." }, { "\($0)没有指明加密对象：.gpg-id 是空的。" }),
        tryByHand(keyring)
      )
    case .timedOut(let keyring):
      (
        about(keyring, { "\($0) did not answer in time." }, { "\($0)没有及时响应。" }),
        Text("If it is waiting for a passphrase, unlock it first, then try again.", "如果它在等待输入口令，请先解锁再试。")
      )
    case .interrupted: (FailureSentence.interrupted, nil)
    case .noRecord(let keyring, let entry, .notARecord):
      (
        about(
          keyring, { "The entry \(safe(entry)) in \($0) is not a browser sign-in that setup saved." },
          { "\($0)里的条目 \(safe(entry)) 不是 setup 保存的授权登录。" }), Text("To sign in again: setup login NAME", "重新登录：setup login 名称")
      )
    case .noRecord(let keyring, let entry, .newer):
      (
        about(
          keyring, { "A newer version of setup saved the entry \(safe(entry)) in \($0)." },
          { "\($0)里的条目 \(safe(entry)) 由新版 setup 保存。" }), nil
      )
    case .noRoom(let keyring):
      (about(keyring, { "The browser sign-in is too long for \($0)." }, { "授权登录的内容太长，\($0)存不下。" }), others)
    case .unusable(let keyring, let fault):
      (unusable(keyring, fault), Text("The first line must be the password and nothing else.", "第一行只能是密码，不能有其他内容。"))
    case .badEntry(let keyring, let entry):
      (about(keyring, { "\($0) cannot have an entry named \(safe(entry))." }, { "\($0)不支持 \(safe(entry)) 这样的条目名称。" }), others)
    case .noHome:
      (
        Text("No place to save passwords: HOME is not set.", "没有地方保存密码：未设置 HOME。"),
        Text("Set HOME or XDG_DATA_HOME to an absolute path.", "请把 HOME 或 XDG_DATA_HOME 设为绝对路径。")
      )
    case .open(let path):
      (
        Text("\(safe(path)) belongs to another user, or other users can read it.", "\(safe(path)) 属于其他用户，或者其他用户可以读取。"),
        Text("If it is yours: chmod go= \(safe(path))", "如果是你自己的：chmod go= \(safe(path))")
      )
    case .exposed(let path):
      (
        Text(
          "Other users own or can change \(safe(path)), so they could replace your saved passwords.",
          "\(safe(path)) 属于其他用户，或者其他用户可以修改，他们可能替换你保存的密码。"),
        Text("If it is yours: chmod go-w \(safe(path))", "如果是你自己的：chmod go-w \(safe(path))")
      )
    case .elsewhere(let keyring, let folder):
      (
        about(
          keyring, { "The password was saved with \($0) in \(safe(folder)), and another folder is used now. It was not read." },
          { "密码是用\($0)保存在 \(safe(folder)) 里的，现在使用的是另一个文件夹，因此没有读取。" }),
        Text(
          "Set PASSWORD_STORE_DIR, XDG_DATA_HOME or HOME as they were then, or save it again: setup accounts edit NAME --store KEYRING",
          "请把 PASSWORD_STORE_DIR、XDG_DATA_HOME 或 HOME 设为当时的值，或重新保存：setup accounts edit 名称 --store 密钥环")
      )
    case .foreign(let path): AccountStoreSentence.foreign(path)
    case .special(let path):
      (
        Text("\(safe(path)) is not an ordinary file or folder (perhaps a link or a device).", "\(safe(path)) 不是普通文件或文件夹（可能是链接或设备）。"),
        Text("Move it out of the way and try again.", "请把它移走再试。")
      )
    case .unreadable(let path, let reason):
      (Text("Could not read \(safe(path)): \(reason.text)", "无法读取 \(safe(path))：\(reason.text)"), nil)
    case .unwritable(let path, let reason):
      (Text("Could not write \(safe(path)): \(reason.text)", "无法写入 \(safe(path))：\(reason.text)"), nil)
    }
  }

  package static func text(_ fault: CredentialFormatError) -> (error: Text, hint: Text?) {
    switch fault {
    case .tooLong(let dialect, let most):
      (
        Text(
          "\(reader(dialect)) accepts usernames and passwords up to \(most) bytes; this one is longer.",
          "\(reader(dialect)) 的用户名和密码最长 \(most) 字节，这个超过了。"), shorter
      )
    case .notText(let dialect):
      (Text("\(reader(dialect)) accepts only UTF-8, and this password is not UTF-8.", "\(reader(dialect)) 只支持 UTF-8，而这个密码不是。"), shorter)
    case .onlyTokens(let dialect):
      (
        Text("The format \(reader(dialect)) is only for accounts with an access token.", "\(reader(dialect)) 格式只用于使用访问令牌的账户。"),
        nil
      )
    case .unspeakable(let dialect):
      (Text("\(reader(dialect)) cannot express this password or username.", "\(reader(dialect)) 无法表示这个密码或用户名。"), shorter)
    }
  }

  /// Returns the program that reads the format.
  private static func reader(_ dialect: CredentialFormat) -> String {
    switch dialect {
    case .plain: "plain"
    case .git: "git"
    case .neomutt: "NeoMutt"
    case .netrc: "netrc"
    case .sasl: "sasl"
    }
  }

  private static let shorter = Text(
    "Use an app password, which is short and simple, or a client that reads the plain line.", "请用应用密码（较短，没有特殊字符），或换用能读取单行密码的客户端。")

  package static let onTerminal: (error: Text, hint: Text?) = (
    Text("The password would be visible on the terminal.", "密码会显示在终端上。"),
    Text(
      "This command is meant to be run by a mail client. To see the password anyway: --force", "这个命令是给邮件客户端用的。确实要看，请加 --force。")
  )

  package static func noneKept(_ name: Visible) -> (error: Text, hint: Text?) {
    (
      Text("No password is saved for \(name).", "没有保存 \(name) 的密码。"),
      Text("To save one: setup accounts edit NAME --store KEYRING", "要保存：setup accounts edit 名称 --store 密钥环")
    )
  }

  package static func noAccount(for host: Visible) -> (error: Text, hint: Text?) {
    (
      Text("No saved account uses this username at \(host).", "已保存的账户里，没有在 \(host) 使用这个用户名的。"),
      Text("To list them: setup accounts", "查看已保存的账户：setup accounts")
    )
  }

  /// Returns the same for the conversation, whose menu has the other places.
  package static func inConversation(_ error: StoringError) -> (error: Text, hint: Text?) {
    error.isRestored ? inConversation(error.reason) : text(error)
  }

  package static func inConversation(_ fault: SecretStoreError) -> (error: Text, hint: Text?) {
    let (error, hint) = text(fault)
    if case .unalterable = fault { return (error, elsewhere) }
    return (error, hint == others ? elsewhere : hint)
  }

  private static let elsewhere = Text("Choose another place.", "请换一个保存位置。")

  private static let others = Text(
    "To use another place: --store with one of \(names(", ")).", "换个位置：--store，可选 \(names("、"))。")

  private static func names(_ separator: String) -> String { Keyring.allCases.map(\.rawValue).joined(separator: separator) }

  private static func notInstalled(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService:
      Text("secret-tool is not installed (Debian package: libsecret-tools).", "没有安装 secret-tool（Debian 软件包：libsecret-tools）。")
    case .pass, .gopass: Text("\(keyring.rawValue) is not installed.", "没有安装 \(keyring.rawValue)。")
    case .keychain, .file: about(keyring, { "\($0) is not available." }, { "\($0)不可用。" })
    }
  }

  private static func notReady(_ keyring: Keyring) -> (error: Text, hint: Text?) {
    switch keyring {
    case .secretService:
      (
        Text("No desktop keyring (Secret Service) is running in this session.", "当前会话里没有运行桌面密钥环（Secret Service）。"),
        Text(
          "It needs a desktop session with GNOME Keyring, KWallet or KeePassXC. Otherwise use pass.",
          "需要桌面会话，以及 GNOME Keyring、KWallet 或 KeePassXC。没有时请用 pass。")
      )
    case .pass:
      (
        Text("pass is not set up yet.", "pass 还没有初始化。"),
        Text("Set it up: gpg --gen-key, then pass init YOUR-KEY", "初始化：先运行 gpg --gen-key，再运行 pass init 你的密钥")
      )
    case .gopass: (Text("gopass is not set up yet.", "gopass 还没有初始化。"), Text("Set it up: gopass setup", "初始化：gopass setup"))
    case .keychain, .file: (about(keyring, { "\($0) is not available." }, { "\($0)不可用。" }), others)
    }
  }

  private static func tryByHand(_ keyring: Keyring) -> Text? {
    switch keyring {
    case .pass, .gopass:
      Text(
        "Try \(keyring.rawValue) on its own first: its key may be missing, or it may be waiting for a passphrase. Over SSH: export GPG_TTY=$(tty)",
        "请先单独运行 \(keyring.rawValue) 试试：可能缺少密钥，或者在等待输入口令。通过 SSH 时：export GPG_TTY=$(tty)")
    case .secretService, .keychain, .file: nil
    }
  }

  private static func unusable(_ keyring: Keyring, _ fault: Secret.Error) -> Text {
    switch fault {
    case .empty: about(keyring, { "The entry in \($0) is empty." }, { "\($0)里的内容是空的。" })
    case .tooLong:
      about(keyring, { "The entry in \($0) is longer than \(Secret.limit) bytes." }, { "\($0)里的内容超过了 \(Secret.limit) 字节。" })
    case .forbiddenOctet:
      about(keyring, { "The entry in \($0) contains a control character that cannot be used to sign in." }, { "\($0)里的内容含有不能用于登录的控制字符。" })
    }
  }

  /// Returns a sentence about a keyring, whose name may be its first word.
  private static func about(_ keyring: Keyring, _ english: (String) -> String, _ chinese: (String) -> String) -> Text {
    let name = keyring == .file ? Text("the password file", "密码文件") : name(keyring)
    let sentence = english(name.english)
    // Names of programs keep their spelling at the beginning of a sentence.
    let first = [.pass, .gopass].contains(keyring) ? sentence : sentence.prefix(1).uppercased() + sentence.dropFirst()
    return Text(first, Chinese.sentence(chinese(Chinese.inside(name.simplifiedChinese))))
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 120).text }
}
