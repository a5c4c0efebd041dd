// Sentences about QR codes: what one is for, and why there is none.

import QRCode
import Vocabulary

package enum QRCodeSentence {
  /// Above the code. The address follows.
  package static let scan = Text("Scan this with your phone to open ", "用手机扫描，打开 ")
  package static func written(_ address: WebAddress, _ file: Visible) -> Text {
    Text("QR code of \(address.text) written to \(file).", "已将 \(address.text) 的二维码写入 \(file)。")
  }

  /// Above a code in the color of the text.
  package static let darkOnly = Text(
    "Without colors phones can read this code only if the background of the terminal is dark.", "没有颜色时，终端背景是深色手机才能识别下面的二维码。")

  package static let notATerminal = Text("The QR code is shown only at a terminal.", "二维码只在终端里显示。")
  package static func tooSmall(columns: Int, rows: Int) -> Text {
    Text(
      "The window is too small for the QR code, which needs \(columns) columns and \(rows) rows.",
      "窗口太小，二维码需要 \(columns) 列、\(rows) 行。")
  }
  package static let lineMode = Text(
    "The QR code is not shown line by line (ACCESSIBLE, CI or TERM=dumb).", "逐行显示时（ACCESSIBLE、CI 或 TERM=dumb）不显示二维码。")
  /// What to do about each of these. `option` is the option for a file.
  package static func useFile(_ option: String) -> Text {
    Text("To get it as an image, use \(option) with a name that ends in .png or .svg.", "需要图片时，用 \(option) 加以 .png 或 .svg 结尾的文件名。")
  }

  package static func noPage(_ name: Text) -> Text {
    Text(
      "The built-in list has no page of \(name.english) to open on a phone.", "内置列表里没有\(Chinese.inside(name.simplifiedChinese))可以用手机打开的网页。")
  }
  package static func text(_ error: QRCodeError) -> Text {
    switch error {
    case .tooLong(let count, let most):
      Text("\(count) bytes do not fit into a QR code (at most \(most)).", "内容有 \(count) 字节，二维码最多容纳 \(most) 字节。")
    }
  }
}
