// What is said about accounts that another program's configuration tells of.

import Export
import Vocabulary

package enum ImportSentence {
  package static let needsClient = Text("a mail program", "邮件程序的名称")
  package static let needsOneOf = Text("one of \(names(", "))", "以下之一：\(names("、"))")

  /// For the page of the command.
  package static let clients = Text("CLIENT is one of: \(names(", ")).", "客户端是以下之一：\(names(", "))。")

  private static func names(_ separator: String) -> String { ImportFormat.allCases.map(\.rawValue).joined(separator: separator) }

  package static func needsFile(_ format: ImportFormat) -> Text {
    Text("the file with the account: \(format.rawValue) has no place of its own", "账户所在的文件：\(format.rawValue) 没有固定位置")
  }

  package static func noFile(_ format: ImportFormat, _ places: [Visible]) -> Text {
    Text(
      "\(format.rawValue) has no configuration here: there is no \(places.map(\.text).joined(separator: ", ")).",
      "这里没有 \(format.rawValue) 的配置：找不到 \(places.map(\.text).joined(separator: "、"))。")
  }
  package static func nameFile(_ format: ImportFormat) -> Text {
    Text("If it is elsewhere: setup import \(format.rawValue) FILE", "如果在别处：setup import \(format.rawValue) 文件")
  }

  package static func noAccount(_ file: Visible, _ format: ImportFormat) -> Text {
    Text("No account was found in \(file), read as \(format.rawValue).", "在 \(file) 中没有找到账户（按 \(format.rawValue) 的格式读取）。")
  }

  package static func from(_ file: Visible, count: Int) -> Text {
    Text(count == 1 ? "From \(file):" : "From \(file), \(count) accounts:", count == 1 ? "来自 \(file)：" : "来自 \(file)，共 \(count) 个账户：")
  }

  package static let which = Text("Which of them?", "要用哪一个？")
  package static let noAddress = Text("(no address)", "（没有地址）")

  package static func text(_ remark: ImportRemark, _ file: Visible) -> Text {
    switch remark {
    case .passwordInClear:
      Text(
        "A password stands in clear in \(file). It was not read. Better keep it where only you can get it: setup help secrets.",
        "\(file) 里有明文密码，本程序没有读取。最好换个安全的地方保存：见 setup help secrets。")
    case .notEncrypted:
      Text(
        "A connection of this file is not encrypted, or not always. Here every connection is.", "这个文件里有不加密或不一定加密的连接；本程序的连接全部加密。")
    case .includesOthers:
      Text("The file goes on in others, which were not read.", "这个文件还引用了其他文件，没有读取它们。")
    }
  }

  package static func secretCommand(_ command: Visible) -> Text {
    Text("It gets the secret by: \(command)", "它这样取得密码：\(command)")
  }

  package static func secretCommand(_ command: Visible, of account: Text) -> Text {
    Text("\(account.english) gets its secret by: \(command)", "\(account.simplifiedChinese) 这样取得密码：\(command)")
  }

  /// The file's own authority, in a call that is printed.
  package static func trusts(_ authority: Visible) -> Text {
    Text(
      "The file trusts the certificate authorities in \(authority). The call does so by --ca-file: leave it out if you do not.",
      "该文件信任 \(authority) 里的证书机构，上面的命令用 --ca-file 沿用它；你不信任的话请去掉。")
  }
  /// The same as a question.
  package static func trust(_ authority: Visible) -> Text {
    Text("The file trusts the certificate authorities in \(authority). Do you? y/n", "该文件信任 \(authority) 里的证书机构。你也信任吗？y/n")
  }

  package static func half(_ missing: MailProtocol) -> Text {
    Text(
      "The \(missing.spoken) server is not in the file: put it in the place of HOST:PORT.",
      "文件里没有 \(missing.spoken) 服务器：请用它替换 HOST:PORT。")
  }

  package static let needsAddress = Text("The address is not in the file: put it behind --email.", "文件里没有邮箱地址：请写在 --email 后面。")
  package static let nothingVerified = Text("Nothing was verified. These calls do it:", "没有进行验证。用下面的命令验证：")
}
