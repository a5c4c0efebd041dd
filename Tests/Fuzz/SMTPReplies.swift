// Fuzzes the parser of SMTP replies and of EHLO capabilities.

import Vocabulary
import Wire

@_cdecl("LLVMFuzzerTestOneInput")
func smtpReplies(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    let lines = octets.split(separator: .lineFeed, omittingEmptySubsequences: false).map(Array.init)
    let read = lines.compactMap { line -> SMTPReply.Line? in
      guard let read = SMTPReply.Line(line) else { return nil }
      always((200...599).contains(read.code) && "\(read.code)".utf8.elementsEqual(line.prefix(3)), "the code is the one that was sent")
      always(line.count == 3 || read.text == Array(line[4...]), "the text is what follows the code")
      always(read.isLast == (line.count == 3 || line[3] == .space), "only a hyphen goes on")
      return read
    }
    guard let code = read.first?.code else { return }
    let reply = SMTPReply(code: code, lines: read.map(\.text))
    always(reply.severity == code / 100, "the class is the code's first digit")
    if let enhanced = reply.serverReply.enhanced {
      always(enhanced.description.hasPrefix("\(reply.severity)."), "an enhanced code has the class of the code")
    }
    let offered = SMTPExtensions(reply)
    always(Set(offered.mechanisms).count == offered.mechanisms.count, "no mechanism twice")
    for word in offered.mechanisms + offered.keywords {
      always(word == word.uppercasedASCII && !word.isEmpty, "words are in upper case")
    }
    always(offered.mechanisms.isEmpty || offered.offers("AUTH"), "mechanisms come with AUTH")
    always(!offered.offers("STARTTLS") || offered.keywords.contains { $0.hasPrefix("STARTTLS") }, "a keyword is a whole word")
  }
}
