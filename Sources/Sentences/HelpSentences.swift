// Headings of the help and of the manual, and what is said between them.

import Vocabulary

package enum HelpSentence {
  package static let purpose = Text(
    "sets up a mail account and proves that a mail program can log in", "设置邮箱账户，并验证邮件客户端能否登录")

  package static let exampleAsk = Text("ask for everything, step by step", "一步一步询问")
  package static let exampleDemo = Text("try the whole way without an account", "没有账户也能走完全程")
  package static let exampleScript = Text(
    "verify from a script: nothing is asked, the secret comes through a pipe", "在脚本里验证：不提问，密码经管道传入")
  package static let exampleGuide = Text("what an address needs; no network is used", "某个地址需要什么；不联网")
  package static let exampleProbeAll = Text("every server of the catalog, ten seconds for each", "目录里的所有服务器，每个十秒")
  package static let exampleWrite = Text("a saved account, put into NeoMutt's own file", "把已保存的账户写入 NeoMutt 的配置文件")
  package static let exampleExport = Text("the configuration for msmtp; the secret stays where it is", "msmtp 的配置；密码留在原处")
  package static let examplePasswordCommand = Text("a line of msmtp's configuration", "msmtp 配置中的一行")
  package static let exampleCredentialHelper = Text(
    "in a [credential \"smtp://...\"] section of git's configuration", "git 配置 [credential \"smtp://...\"] 一节中的一行")
  package static let exampleAccountCommand = Text(
    "a line for NeoMutt from 2023-03-22 on, for all its accounts", "NeoMutt（2023-03-22 起）配置中的一行，用于所有账户")
  package static let exampleNetrcPipe = Text("a line for s-nail", "s-nail 配置中的一行")
  package static let examplePause = Text("setup check leaves it out until resume", "setup check 不再验证它，直到 resume")
  package static let exampleEdit = Text("another secret or other servers, verified before they are saved", "换密码或服务器，验证通过后才保存")
  package static let exampleMove = Text("accounts for another computer, without secrets", "把账户带到另一台电脑，不含密码")
  package static let exampleCheckOne = Text("this one, whatever came of the last check", "只验证这一个，不管上次结果如何")
  package static let exampleOwn = Text("servers that are not in the catalog", "目录里没有的服务器")
  package static let exampleManager = Text(
    "the secret comes from a password manager", "密码取自密码管理器")

  package static let usage = Text("Usage", "用法")
  package static let commands = Text("Commands", "命令")
  package static let options = Text("Options", "选项")
  package static let optionsOfActions = Text("Options of each action", "各操作的选项")
  package static let noOwnOptions = Text("none but those of every command", "只有所有命令共有的选项")
  package static let examples = Text("Examples", "示例")
  package static let account = Text("Account", "账户")
  package static let servers = Text("Servers and catalogs", "服务器与目录")
  package static let output = Text("Output", "输出")
  package static let behaviour = Text("Behaviour", "行为")
  package static let exitStatus = Text("Exit status", "结束状态")
  package static let environment = Text("Environment", "环境变量")
  package static let files = Text("Files", "文件")
  package static let secrets = Text("Secrets", "密码")
  package static let sources = Text("Sources of --secret-from", "--secret-from 的来源")
  package static let name = Text("Name", "名称")
  package static let description = Text("Description", "说明")
  package static let synopsis = Text("Synopsis", "概要")

  package static let endsWith = Text(
    "Ends with 0 when verified or shown; all others: setup help exit-codes", "已验证或已显示时以 0 结束；其他状态见 setup help exit-codes")
}
