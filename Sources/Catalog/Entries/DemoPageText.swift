// What the page of the demo's authorization server says. It belongs to the demo's entry, as the texts of its steps do.

import Vocabulary

package enum DemoPageText {
  /// Above the address that signs in.
  package static let about = Text(
    "This page stands for the one of your provider. setup asks to read and send the mail of:",
    "这个页面代替服务商的授权页面。setup 请求收发以下邮箱的邮件：")
  /// Above the field for the code.
  package static let code = Text("Enter the code that setup shows.", "请输入 setup 显示的代码。")
  /// After the answer.
  package static let done = Text("Go back to the terminal.", "请回到终端。")
  /// For a code or a form that nothing waits for.
  package static let unknown = Text("There is no such sign-in, or it has been answered already.", "没有这次登录，或者已经处理过。")
}
