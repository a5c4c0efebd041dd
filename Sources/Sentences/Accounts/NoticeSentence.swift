// The sentences for what an operation reports on its way.

import AccountStore
import Operations
import Vocabulary

package enum NoticeSentence {
  /// Returns the sentence for a notice. For `failed` it is the error without its hint.
  package static func text(_ notice: OperationNotice) -> Text {
    switch notice {
    case .separated(let account): AccountSentence.separated(account)
    case .commandDropped: TransferSentence.commandDropped
    case .removedLater(let keyring, let entry): AccountSentence.removedLater(keyring, name(entry))
    case .leftBehind(let keyring, let entry, let isRemoval): AccountSentence.leftBehind(keyring, name(entry), isRemoval: isRemoval)
    case .forgotten(let keyring): AccountSentence.forgotten(keyring)
    case .notForgotten(let keyring, let entry): AccountSentence.notForgotten(keyring, name(entry))
    case .commandStays: AccountSentence.commandStays
    case .laterStays: AccountSentence.laterStays
    case .theirsStays(let keyring, let entry): AccountSentence.theirsStays(keyring, name(entry))
    case .notesStay(let keyring, let entry): AccountSentence.notesStay(keyring, name(entry))
    case .changedStays(let keyring, let entry): AccountSentence.changedStays(keyring, name(entry))
    case .accessEnded: Text("The provider has ended this sign-in.", "服务商已撤销这次授权登录。")
    case .accessStays(let address):
      address.map {
        Text("Your provider still lists the app. To remove its access: \($0.text)", "服务商那里仍保留着这个应用的授权。要撤销，请打开：\($0.text)")
      } ?? Text("Your provider still lists the app. Remove its access there.", "服务商那里仍保留着这个应用的授权，请到服务商的网站撤销。")
    case .lastResort: SecretStoreSentence.lastResort
    case .kept(let keyring): SecretStoreSentence.kept(keyring)
    case .keptAs(let entry): SecretStoreSentence.keptAs(name(entry))
    case .heldAlready(let keyring, let entry): SecretStoreSentence.heldAlready(keyring, name(entry))
    case .looseFile(let path): looseFile(Visible(path, limit: 80))
    case .markFromCommand(let program): markFromCommand(Visible(program, limit: 80))
    case .traceWritten(let file, let holdsAddress):
      holdsAddress ? ResultSentence.traceWritten(Visible(file, limit: 200)) : ProbeSentence.traceWritten(Visible(file, limit: 200))
    case .failed(let error): OperationErrorSentence.text(error).error
    }
  }

  private static func name(_ entry: String) -> Visible { Visible(entry, limit: 120) }

  private static func markFromCommand(_ program: Visible) -> Text {
    Text(
      "\(program) prints a byte order mark before the password. setup removed it; a mail client would send it.",
      "\(program) 在密码前输出了字节顺序标记。本程序已去掉；邮件客户端会把它一起发送。")
  }

  private static func looseFile(_ path: Visible) -> Text {
    Text("Other users of this computer can read \(path).", "本机的其他用户也能读取 \(path)。")
  }
}
