// What to do at a provider that cannot be used.

import Catalog
import Vocabulary

package enum ElsewhereSentence {
  /// Says why, and asks. `usesToken` is whether an access token was to be used.
  package static func title(_ provider: Provider, usesToken: Bool) -> Text {
    let what = Text("What do you want to do?", "接下来做什么？")
    if usesToken, provider.takesPassword { return Text.sentences([takesNoToken(provider.name), what]) }
    // The note says it better: that the provider is closed, or has no IMAP.
    if !provider.takesToken, let note = provider.statusNote { return Text.sentences([note, what]) }
    return Text.sentences([CommandErrorSentence.cannotVerify(provider.name), what])
  }

  private static func takesNoToken(_ name: Text) -> Text {
    Text(
      "\(name.english) does not accept access tokens.", Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))不接受访问令牌。"))
  }

  package static func password(_ provider: Provider) -> Text {
    let term = provider.passwordKind?.term ?? Labels.password
    return Text("Use the \(term.english) instead", Chinese.sentence("改用\(Chinese.inside(term.simplifiedChinese))"))
  }
  package static let provider = Text("Choose another provider", "换一家服务商")
  package static let address = Text("Use another email address", "换一个邮箱地址")
  package static let servers = Text("Enter other servers for this address", "为这个地址填写其他服务器")
  package static let bridge = Text("Enter the servers of its bridge app", "填写它的桥接程序的服务器")
  /// The same as an entry of the menu about the sign-in.
  package static let open = Text("Use another provider, address or server", "换服务商、邮箱地址或服务器")
}
