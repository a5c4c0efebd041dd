// The sentences for an operation that failed.

import AccountStore
import OAuth
import Operations
import Platform
import Posix
import SecretStores
import Vocabulary

package enum OperationErrorSentence {
  /// Returns what is wrong, and what to do if there is anything to do.
  package static func text(_ error: OperationError) -> (error: Text, hint: Text?) {
    switch error {
    case .registry(let error): AccountStoreSentence.text(error)
    case .unknownAccount(let word, let suggestions): AccountStoreSentence.unknown(name(word), suggestions.map(safe))
    case .severalAccounts(let word, let names): AccountStoreSentence.several(name(word), names.map(safe))
    case .nameTaken(let word): AccountStoreSentence.taken(name(word))
    case .nameIsAddress(let word, let other): AccountStoreSentence.isAddress(name(word), of: name(other))
    case .addressIsName(let address, let other): AccountStoreSentence.isName(name(address), of: name(other))
    case .secret(let error): (text(error), nil)
    case .token(let error): (token(error), nil)
    case .unknownSecretSource: CommandErrorSentence.text(.badValue(option: "--secret-from", value: "…", expected: .secretSource))
    case .noSecretKept(let word): SecretStoreSentence.noneKept(name(word))
    case .secretUnsettled(let word): SecretStoreSentence.unsettled(name(word))
    case .secretUnknown(let word): SecretStoreSentence.unknown(name(word))
    case .signInExpired(let word, let refused): OAuthFailure.expired(name(word), refused)
    case .oauth(let refused): OAuthFailure.text(refused)
    case .noAuthorizationServer(let word):
      (
        Text("setup does not know how to sign in to \(name(word)) in a browser.", "本程序不知道怎样在浏览器里登录 \(name(word))。"),
        Text(
          "For servers of your own: --sign-in browser with --issuer ADDRESS", "自己的服务器请用 --sign-in browser 和 --issuer 网址。")
      )
    case .keeping(let error): SecretStoreSentence.text(error)
    case .storing(let error): SecretStoreSentence.text(error)
    case .noUserName: CommandErrorSentence.text(.missingInput("--username"))
    case .noTrustStore:
      (
        Text("This computer has no trusted certificates.", "本机没有受信任的根证书。"),
        Text("Install the package ca-certificates, or give a file with --ca-file.", "请安装 ca-certificates，或用 --ca-file 指定文件。")
      )
    case .unusableFile(let path, let reason): (unusable(path, text(reason)), nil)
    case .demo(let reason): (unusable("demo", Text(same: safe(reason))), nil)
    case .cannotWrite(let path, let reason):
      (Text("Could not write \(safe(path)): \(safe(reason.text))", "无法写入 \(safe(path))：\(safe(reason.text))"), nil)
    case .interrupted: (FailureSentence.interrupted, nil)
    case .system(let failure): (Text("System error: \(text(failure))", "系统错误：\(text(failure))"), nil)
    }
  }

  private static func unusable(_ path: String, _ reason: Text) -> Text {
    Text("Could not use \(safe(path)): \(reason.english)", "无法使用 \(safe(path))：\(reason.simplifiedChinese)")
  }

  /// Returns the reason why a file cannot be used, after a colon.
  package static func text(_ reason: OperationError.FileReason) -> Text {
    switch reason {
    case .system(let error): Text(same: safe(error.text))
    case .notRegular: Text("not a regular file", "不是普通文件")
    case .tooBig: Text(same: SystemError(EFBIG).text)
    case .noApp: Text("no client ID of a desktop app (JSON)", "没有桌面应用的客户端 ID（JSON）")
    case .noCertificates: Text("no certificates (PEM)", "没有证书（PEM）")
    case .notAbsolute: Text("not an absolute path", "不是绝对路径")
    }
  }

  private static func text(_ failure: OperationError.SystemFailure) -> String {
    switch failure {
    case .error(let error): safe(error.text)
    case .openSSL: "OpenSSL: \(SystemError(ENOMEM).text)"
    case .dns: "DNS"
    }
  }

  package static func text(_ error: SecretError) -> Text {
    switch error {
    case .empty: Text("The password is empty.", "密码为空。")
    case .tooLong: Text("The password is longer than \(Secret.limit) bytes.", "密码超过了 \(Secret.limit) 字节。")
    case .forbiddenOctet: Text("The password contains a line break or a NUL and cannot be used to sign in.", "密码里有换行或空字符，不能用于登录。")
    case .wideText:
      Text(
        "The password is in UTF-16 or UTF-32 and cannot be used to sign in. Save it as UTF-8.", "密码以 UTF-16 或 UTF-32 保存，无法用于登录。请另存为 UTF-8。")
    case .unset(let name): Text("The environment variable \(safe(name)) is not set.", "未设置环境变量 \(safe(name))。")
    case .unreadable(let what, let reason): Text("Could not read \(safe(what)): \(safe(reason))", "无法读取 \(safe(what))：\(safe(reason))")
    case .commandFailed(let program, let status):
      Text("\(safe(program)) gave no password (exit status \(status)).", "\(safe(program)) 没有给出密码（退出码 \(status)）。")
    case .noTerminal: Text("There is no terminal to ask for the password. Use --secret-from.", "当前不是交互终端，无法询问密码。请用 --secret-from。")
    case .standardInputIsTerminal:
      Text(
        "Standard input is a terminal, so the password would be visible. Use --secret-from prompt.",
        "标准输入是终端，密码会显示出来。请用 --secret-from prompt。")
    case .timedOut: Text("The password did not arrive in time.", "没有及时收到密码。")
    }
  }

  /// The sentences about an access token.
  package static func token(_ error: SecretError) -> Text {
    switch error {
    case .empty: Text("The access token is empty.", "访问令牌为空。")
    case .tooLong:
      Text(
        "The access token is longer than \(Secret.Kind.accessToken.limit) bytes.", "访问令牌超过了 \(Secret.Kind.accessToken.limit) 字节。")
    case .forbiddenOctet, .wideText:
      Text(
        "This is not an access token: it contains characters that none can have. The source has to give the token on one line and nothing else.",
        "这不是访问令牌：里面有令牌不会有的字符。来源只能给出一行，即令牌本身。")
    case .commandFailed(let program, let status):
      Text("\(safe(program)) gave no access token (exit status \(status)).", "\(safe(program)) 没有给出访问令牌（退出码 \(status)）。")
    case .noTerminal: Text("There is no terminal to ask for the access token. Use --token-from.", "当前不是交互终端，无法询问访问令牌。请用 --token-from。")
    case .standardInputIsTerminal:
      Text(
        "Standard input is a terminal, so the access token would be visible. Use --token-from prompt.",
        "标准输入是终端，访问令牌会显示出来。请用 --token-from prompt。")
    case .timedOut: Text("The access token did not arrive in time.", "没有及时收到访问令牌。")
    case .unset, .unreadable: text(error)
    }
  }

  private static func name(_ word: String) -> Visible { Visible(word, limit: 80) }

  private static func safe(_ text: String) -> String { Visible(text, limit: 80).text }
}
