// Headings of the help and of the manual page, and the text between them.

import Vocabulary

package enum HelpSentence {
  package static let purpose = Text(
    "set up an email account and check that a mail client can sign in", "设置邮箱账户，并验证邮件客户端能否登录")

  package static let exampleAsk = Text("set up an account, step by step", "一步一步设置账户")
  package static let exampleDemo = Text("try it without an account", "没有账户也能试用")
  package static let exampleScript = Text(
    "from a script: nothing is asked, the password comes through a pipe", "在脚本里使用：不提问，密码从管道传入")
  /// What the line does that installs the completion of `shell`.
  package static func completion(in shell: String) -> Text {
    Text("completion in every new \(shell)", "在每个新的 \(shell) 里启用补全")
  }
  package static let exampleQR = Text("the page for the app password, to scan with a phone", "用手机扫码打开生成应用密码的网页")
  package static let exampleGuide = Text("what an address needs (offline)", "查看某个地址的参数和步骤（不联网）")
  package static let exampleProbeAll = Text("every server in the list, ten seconds each", "列表里的所有服务器，每台最多十秒")
  package static let exampleWrite = Text("add a saved account to NeoMutt's configuration", "把已保存的账户写入 NeoMutt 的配置文件")
  package static let exampleExport = Text("the configuration for msmtp; the password stays where it is", "msmtp 的配置；密码不会写进去")
  package static let examplePasswordCommand = Text("in msmtp's configuration", "写在 msmtp 的配置里")
  package static let exampleCredentialHelper = Text(
    "in a [credential \"smtp://...\"] section of git's configuration", "git 配置 [credential \"smtp://...\"] 一节中的一行")
  package static let exampleAccountCommand = Text(
    "in NeoMutt's configuration (2023-03-22 or newer), for all accounts", "写在 NeoMutt 的配置里（2023-03-22 或更新的版本），用于所有账户")
  package static let exampleNetrcPipe = Text("in s-nail's configuration", "写在 s-nail 的配置里")
  package static let examplePause = Text("setup check skips it until you resume it", "恢复之前 setup check 会跳过它")
  package static let exampleEdit = Text("change the password or servers; saved only if they work", "更换密码或服务器，验证通过才保存")
  package static let exampleMove = Text("take accounts to another computer, without passwords", "把账户带到另一台电脑，不含密码")
  package static let exampleCheckOne = Text("check this one, whatever the last result", "只验证这一个，不管上次结果如何")
  package static let exampleOwn = Text("servers that are not in the list", "内置列表之外的服务器")
  package static let exampleToken = Text("with an access token from oama", "用 oama 提供的访问令牌")
  package static let exampleManager = Text(
    "take the password from a password manager", "从密码管理器取得密码")

  package static let usage = Text("Usage", "用法")
  package static let commands = Text("Commands", "命令")
  package static let options = Text("Options", "选项")
  package static let optionsOfActions = Text("Options of each action", "各操作的选项")
  package static let noOwnOptions = Text("none but those of every command", "只有所有命令共有的选项")
  package static let examples = Text("Examples", "示例")
  package static let account = Text("Account", "账户")
  package static let servers = Text("Servers and provider files", "服务器与服务商文件")
  package static let output = Text("Output", "输出")
  package static let behaviour = Text("Behavior", "行为")
  package static let exitStatus = Text("Exit status", "退出码")
  package static let environment = Text("Environment", "环境变量")
  package static let files = Text("Files", "文件")
  package static let secrets = Text("Passwords", "密码")
  package static let sources = Text("Where --secret-from can read from", "--secret-from 的来源")
  package static let name = Text("Name", "名称")
  package static let description = Text("Description", "说明")
  package static let synopsis = Text("Synopsis", "概要")

  package static let endsWith = Text(
    "Exits with 0 on success; for other exit statuses see setup help exit-codes", "成功时退出码为 0；其他退出码见 setup help exit-codes")
}
