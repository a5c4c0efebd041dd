// The environment variables of the options.

import Vocabulary

package enum VariableSentence {
  /// Returns the variables that decide where a secret goes, with their values.
  package static func inForce(_ variables: [(name: String, value: String)]) -> Text {
    let list = Text.list(variables.map { "\($0.name)=\(Visible($0.value, limit: 120))" })
    return Text("From the environment: \(list.english)", "取自环境变量：\(list.simplifiedChinese)")
  }

  /// Returns the same for the page of a result.
  package static func used(_ names: [String]) -> Text {
    let list = Text.list(names)
    return Text("From the environment: \(list.english)", "取自环境变量：\(list.simplifiedChinese)")
  }

  package static let heading = Text("Options from the environment", "用环境变量设置选项")
  package static let precedence = Text(
    "Each of these variables stands for an option, and an option in the call goes before it. An empty variable counts as not set. A switch is on with 1, true, yes or on, and off with 0, false, no or off.",
    "每个变量代替一个选项；命令里写了该选项时，以命令为准。变量为空等于未设置。开关类选项：1、true、yes、on 为开，0、false、no、off 为关。")
  package static let ignored = Text(
    "A variable has no effect where the command has no such option, where an option in the call excludes it, or without the option it needs (MAILSETUP_STORE without --save). Variables that describe an account have none in a call about a saved account, or one that names the account or the provider without an option (setup guide gmail, setup check work).",
    "以下情况变量不起作用：命令没有对应的选项；命令里写了与之冲突的选项；缺少它依赖的选项（有 MAILSETUP_STORE 而没有 --save）。命令针对已保存的账户，或直接写出账户、服务商时（setup guide gmail、setup check work），描述账户的变量不起作用。"
  )
  package static let shown = Text(
    "Variables that decide which servers get your password are shown with their values, and are in the JSON. Servers from a variable do not count as named for an address on the command line whose provider is another one. No program that setup starts sees any of them.",
    "决定密码发给哪些服务器的变量会连同值一起显示，也会写进 JSON。如果邮箱地址写在命令里，而它属于别的服务商，变量里的服务器不算已指明。setup 启动的其他程序看不到这些变量。")
  package static func none(consent: [String], call: [String], caller: [String]) -> Text {
    let (consent, call, caller) = (Text.list(consent), Text.list(call), Text.list(caller))
    return Text(
      "There is no variable for a password itself, for your agreement to something lasting or to asking others (\(consent.english)), for what one call is about (\(call.english)), or for what another program tells setup (\(caller.english)).",
      "以下没有对应的变量：密码本身；表示同意长期改动或询问他人的选项（\(consent.simplifiedChinese)）；只属于某一次命令的选项（\(call.simplifiedChinese)）；由其他程序传入的选项（\(caller.simplifiedChinese)）。"
    )
  }
}
