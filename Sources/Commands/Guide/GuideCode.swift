// The QR code of a guide: the page where the secret is made, for a browser on the phone.

import Catalog
import CommandLine
import Operations
import Output
import Platform
import Posix
import Prompts
import QRCode
import Sentences
import Terminal
import Vocabulary

struct GuideCode {
  private let address: WebAddress
  private let context: CommandContext

  /// Throws if setup knows no page of the provider.
  init(of provider: Provider, _ context: CommandContext) throws(CommandError) {
    guard let page = provider.secretPage else { throw .noPage(provider.name) }
    (address, self.context) = (page, context)
  }

  /// An image with the code. Its format follows from the end of the name.
  struct File {
    let path: String
    private let isPNG: Bool

    /// Throws if the name has another end, if the file cannot be written, or if it exists and may not be replaced.
    init(_ path: String, mayReplace: Bool) throws(CommandError) {
      let name = path.lowercasedASCII
      guard name.hasSuffix(".png") || name.hasSuffix(".svg") else {
        throw .badValue(option: Option.qrFile.spelling, value: path, expected: .imageFile)
      }
      (self.path, isPNG) = (path, name.hasSuffix(".png"))
      if access(path, F_OK) == 0, !mayReplace { throw .needsConsent(.replacement(path)) }
      do throws(SystemError) { try AtomicFile.check(path) } catch { throw .operation(.cannotWrite(path, error)) }
    }

    fileprivate func write(_ code: QRCode) throws(SystemError) {
      try (isPNG ? code.png : code.svg).withOctets { (octets) throws(SystemError) in try AtomicFile.write(octets, to: path) }
    }
  }

  /// Writes the code to a file, where there is room to correct more damage.
  func write(to file: File) throws(CommandError) {
    let code = try code(.medium)
    do throws(SystemError) { try file.write(code) } catch { throw .operation(.cannotWrite(file.path, error)) }
    context.console.say(QRCodeSentence.written(address, Visible(file.path, limit: 120)))
  }

  /// Draws the code, or reports why it cannot be drawn.
  func show() throws(CommandError) {
    let (view, screen) = (QRCodeView(try code(.low)), context.console.result)
    do throws(Screen.PictureError) {
      try view.check(on: screen)
      // The size of the window does not matter any more.
      let style = PromptStyle(context.environment, isPlain: false, window: (.max, .max))
      guard style == .full else { return report(QRCodeSentence.lineMode) }
      if !screen.usesColour { context.console.say(QRCodeSentence.darkOnly) }
      screen.line([Span(QRCodeSentence.scan[context.console.language]), Span(address.text, .address)])
      try view.show(on: screen)
    } catch {
      switch error {
      case .notATerminal: report(QRCodeSentence.notATerminal)
      case .tooSmall(let columns, let rows): report(QRCodeSentence.tooSmall(columns: columns, rows: rows))
      }
    }
  }

  private func report(_ reason: Text) {
    context.console.warn(Text.sentences([reason, QRCodeSentence.useFile(Option.qrFile.spelling)]))
  }

  private func code(_ level: QRCode.Level) throws(CommandError) -> QRCode {
    do throws(QRCodeError) { return try QRCode(address.text, level: level) } catch { throw .qrCode(error) }
  }
}
