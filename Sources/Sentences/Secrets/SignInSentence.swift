// The sentences of a sign-in in a browser: how to choose, what to do, what is needed.

import Catalog
import Vocabulary

package enum SignInSentence {
  // The choice.

  package static func noPassword(_ name: Text) -> Text {
    Text(
      "\(name.english) does not accept passwords from mail clients. How do you want to sign in?",
      Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))不接受邮件客户端的密码。用什么方式登录？"))
  }
  /// The same before the address is known.
  package static func takesNoPassword(_ name: Text) -> Text {
    Text(
      "\(name.english) does not accept passwords from mail clients. setup asks later how you want to sign in.",
      Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))不接受邮件客户端的密码，稍后会询问用什么方式登录。"))
  }
  package static let otherClients = Text("Which mail clients can sign in by themselves?", "哪些邮件客户端能自行登录？")
  /// Names the mail clients that sign in there by themselves. `isKnown` if Thunderbird does.
  package static func ownSignIn(_ name: Text, isKnown: Bool) -> Text {
    let chinese = Chinese.inside(name.simplifiedChinese)
    guard isKnown else {
      return Text(
        "Of the mail clients that setup knows, none signs in to \(name.english) by itself. The provider's own app does.",
        Chinese.sentence("本程序了解的邮件客户端都不能自行登录\(chinese)，服务商自己的客户端可以。"))
    }
    return Text(
      "Thunderbird, Apple Mail, Evolution and FairEmail, for example: they open a page of \(name.english) in which you sign in, and need no client ID of yours. Add the account there with its address. Where you can choose, choose OAuth2.",
      Chinese.sentence(
        "例如 Thunderbird、Apple「邮件」、Evolution 和 FairEmail：它们会打开\(chinese)的登录页面，不需要你自己的客户端 ID。在客户端里用邮箱地址添加账户即可；可以选择验证方式时，选 OAuth2。"))
  }
  package static let autoconfigNow = Text("Show the settings file for Thunderbird?", "显示 Thunderbird 的配置文件吗？")
  package static let useCommand = Text(
    "With a helper I have (oama, ortie, pizauth, mutt_oauth2.py)", "用已有的工具（oama、ortie、pizauth、mutt_oauth2.py）")
  package static func way(_ way: SignInWay) -> Text {
    switch way {
    case .command: useCommand
    case .browser: Text("In the browser on this computer", "在本机的浏览器里登录")
    case .device: Text("With a code, in a browser on any device", "在任意设备的浏览器里输入代码")
    case .paste: Text("In a browser elsewhere, and paste its last address", "在别处的浏览器里登录，再粘贴最后的网址")
    }
  }
  package static let aboutApps = Text("What is a client ID, and where do I get one?", "什么是客户端 ID？怎样取得？")
  package static let stepsNow = Text("Show the steps to create an app?", "显示注册应用的步骤吗？")
  package static let signInAgain = Text("Sign in again, or in another way", "重新登录，或换一种方式")
  package static let otherCommand = Text("Use another command, or sign in in another way", "换一个命令，或换一种登录方式")

  package static let command = Text("Command that prints an access token", "输出访问令牌的命令")
  package static func commandHelp(_ address: MailAddress?) -> Text {
    let account = address?.description ?? "ADDRESS"
    return Text(
      "For example: oama access \(account), or ortie token show, or pizauth show ACCOUNT, or mutt_oauth2.py FILE. setup runs it without a shell.",
      "例如：oama access \(account)、ortie token show、pizauth show 账户、mutt_oauth2.py 文件。不经过 shell 运行。")
  }
  package static let noSuchProgram = Text("There is no such program. Enter a program and its arguments.", "没有这个程序。请输入程序及其参数。")

  // The app.

  package static let clientID = Text("Client ID", "客户端 ID")
  package static let clientSecret = SecretKind.clientSecret
  package static func whyClientID(_ name: Text) -> Text {
    Text(
      "\(name.english) asks which app requests access to your mail, so setup needs the client ID of an app registered there. It has none of its own.",
      Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))要求注明是哪个应用在访问邮件，所以需要一个已注册应用的客户端 ID。本程序没有自己的 ID。"))
  }
  package static func whoRegisters(_ registration: OAuthService.Registration) -> Text {
    switch registration {
    case .anyone: Text("You can create an app yourself, free of charge.", "你可以自己免费注册一个应用。")
    case .organization:
      Text(
        "Only an account that belongs to an organization can create an app. A personal account alone cannot. Ask your organization for a client ID, or use one that you already have.",
        "只有属于某个单位的账户才能注册应用，个人账户不行。请向单位索取客户端 ID，或使用你已有的。")
    case .automatic: Text("setup can register by itself here.", "这里可以由本程序自行注册。")
    case .closed: Text("New apps cannot be created there any more. Only an existing client ID works.", "那里已经不能注册新应用，只能使用已有的客户端 ID。")
    }
  }
  package static let insteadOfClientID = Text(
    "Without a client ID: a helper that already signs in for you, such as oama, ortie, pizauth or mutt_oauth2.py, can give setup its access token. Or use a mail client that can sign in by itself. It needs no client ID of yours.",
    "没有客户端 ID 时：如果已有 oama、ortie、pizauth、mutt_oauth2.py 之类的工具替你登录，可以由它提供访问令牌；也可以改用能自行登录的邮件客户端，那就不需要你的客户端 ID。")
  package static let clientIDHelp = Text(
    "It is not confidential. setup saves it with the account and does not ask again for a second one.", "它不是密码，会随账户保存，同一服务商的其他账户不必再填。")
  package static func hasSteps(_ id: String) -> Text { Text("Steps to create an app: setup guide \(id)", "注册应用的步骤：setup guide \(id)") }

  static func needsClientID(_ provider: Provider?) -> (error: Text, hint: Text?) {
    guard let provider else {
      return (
        Text("This server needs the client ID of an app that is registered there.", "这台服务器需要一个已注册应用的客户端 ID。"),
        Text("Give it with --client-id.", "请用 --client-id 指定。")
      )
    }
    let who = provider.oauth.map { [whoRegisters($0.registration)] } ?? []
    return (
      whyClientID(provider.name),
      Text.sentences(
        who + [
          Text("Give it with --client-id or --client-file.", "请用 --client-id 或 --client-file 指定。"), hasSteps(provider.id) + Text(".", "。"),
          Text("Without one: --token-from with a helper such as oama.", "没有时：--token-from，配合 oama 之类的工具。"),
        ])
    )
  }

  static func needsClientSecret(_ name: Text) -> (error: Text, hint: Text?) {
    (
      Text("An app at \(name.english) has a client secret.", Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))的应用有客户端密钥。")),
      Text("Give a file with both: --client-file FILE", "请用包含两者的文件：--client-file 文件")
    )
  }

  // While the user signs in.

  package static func browser(_ host: HostName, _ address: MailAddress, isOpened: Bool) -> Text {
    isOpened
      ? Text(
        "Your browser opens \(host). Sign in as \(address) and agree. If it does not open, use this address:",
        "浏览器将打开 \(host)，请用 \(address) 登录并同意授权。没有打开时，请手动打开这个网址：")
      : Text("Open this address in a browser on this computer, sign in as \(address), and agree:", "请在本机的浏览器里打开这个网址，用 \(address) 登录并同意授权：")
  }
  package static func waiting(minutes: Int) -> Text {
    Text(
      "Waiting for the browser, up to \(minutes) minutes. If the browser shows an error, press Ctrl-C.",
      "正在等待浏览器，最多 \(minutes) 分钟。浏览器显示错误时请按 Ctrl-C。")
  }
  package static func device(_ place: String, _ code: Visible, _ address: MailAddress) -> Text {
    Text(
      "On any device open \(place), enter the code \(code), and sign in as \(address).",
      "在任意设备上打开 \(place)，输入代码 \(code)，用 \(address) 登录。")
  }
  package static func onlyYou(minutes: Int) -> Text {
    Text(
      "Enter this code only because you started this here, now. It is valid for \(minutes) \(minutes == 1 ? "minute" : "minutes"). To cancel: Ctrl-C",
      "仅当这是你此刻自己发起的操作时才输入。代码 \(minutes) 分钟内有效。取消请按 Ctrl-C。")
  }
  package static func paste(_ address: MailAddress, showsCode: Bool) -> Text {
    showsCode
      ? Text(
        "Open this address in a browser anywhere, sign in as \(address), and agree. Then copy the code that the page shows:",
        "在任意设备的浏览器里打开这个网址，用 \(address) 登录并同意授权，然后复制页面显示的代码：")
      : Text(
        "Open this address in a browser anywhere, sign in as \(address), and agree. The last page will not load: that is right. Copy its whole address:",
        "在任意设备的浏览器里打开这个网址，用 \(address) 登录并同意授权。最后一页打不开是正常的，请复制它的完整网址：")
  }
  package static func pasteHere(showsCode: Bool) -> Text {
    showsCode ? Text("Paste the code here", "把代码粘贴到这里") : Text("Paste the address here", "把网址粘贴到这里")
  }
  package static let got = Text("Signed in. Now setup checks both mail servers.", "已登录，正在验证两台邮件服务器。")
  package static func lasts(_ ends: Text) -> Text { Text.labelled(Text("When this sign-in ends", "这次授权登录的有效期"), ends) }

  // Results.

  package static func renewed(_ name: String) -> Text {
    Text("Signed in again. \(name) is otherwise unchanged.", "已重新登录，\(name) 的其他内容没有改动。")
  }

  /// What a call without a terminal can do at a provider that accepts no password. `isKnown` if Thunderbird can sign in there.
  package static func instead(_ provider: Provider, _ address: MailAddress?, isKnown: Bool) -> [Text] {
    let account = address?.description ?? "ADDRESS"
    let call = "setup --provider \(provider.id) --email \(account)"
    if provider.isDemo { return [Text("Try: \(call) --sign-in device", "试试：\(call) --sign-in device")] }
    var ways = [
      Text(
        "With a helper that signs in for you: \(call) --token-from \"command:oama access \(account)\"",
        "用替你登录的工具：\(call) --token-from \"command:oama access \(account)\"")
    ]
    if provider.oauth != nil {
      ways.append(
        Text("With the client ID of an app: \(call) --sign-in device --client-id ID", "用应用的客户端 ID：\(call) --sign-in device --client-id ID"))
      if provider.oauth?.grants.contains(.device) != true {
        ways[1] = Text(
          "With the client ID of an app: \(call) --sign-in browser --client-file FILE",
          "用应用的客户端 ID：\(call) --sign-in browser --client-file 文件")
      }
    }
    if isKnown {
      let export = "setup export autoconfig --provider \(provider.id) --email \(account)"
      ways.append(
        Text(
          "With a mail client that can sign in by itself, such as Thunderbird: \(export)",
          "改用能自行登录的邮件客户端，例如 Thunderbird：\(export)"))
    }
    return ways
  }
}

extension SecretKind {
  fileprivate static let clientSecret = SecretKind.of(Text("client secret", "客户端密钥"))
}
