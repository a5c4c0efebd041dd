// Fuzzes the parser of IMAP responses: their status and their literals.

import Vocabulary
import Wire

@_cdecl("LLVMFuzzerTestOneInput")
func imapResponses(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { line in
    if let length = IMAPResponse.announcedLiteral(line) {
      always(length >= 0 && line.last == .closeBrace, "a literal is announced at the end, by a number")
    }
    let mayHoldLiteral = IMAPResponse.mayHoldLiteral(line)
    guard let response = IMAPResponse(line) else {
      always(!mayHoldLiteral, "what is no response holds no literal")
      return
    }
    switch response {
    case .tagged(let tag, let status):
      always(line.starts(with: tag.utf8) && line[tag.utf8.count] == .space, "a tag is the first word")
      always(tag.utf8.allSatisfy { $0.isLetter || $0.isDigit }, "a tag is letters and digits")
      always([.ok, .no, .bad].contains(status.condition), "only OK, NO and BAD are tagged")
      always(!mayHoldLiteral, "an answer holds no literal")
      check(status, line)
    case .untagged(let status):
      always(!mayHoldLiteral, "a status holds no literal")
      check(status, line)
    case .capability(let names):
      always(names.allSatisfy { !$0.isEmpty && $0 == $0.uppercasedASCII }, "names are in upper case, none is empty")
    case .continuation(let text): always(line.first == .plus && text.count <= line.count, "a continuation begins with +")
    case .data(let word): always(!word.isEmpty && line.first == UInt8(ascii: "*"), "data has a word")
    }
  }
}

private func check(_ status: IMAPStatus, _ line: [UInt8]) {
  let size = status.text.count + status.arguments.count + (status.code?.utf8.count ?? 0)
  // The replacement characters of a code that is not UTF-8 are longer than the original octets.
  always(size <= line.count * 3, "nothing is added to what was sent")
  always((status.code == "CAPABILITY") == (status.capabilities != nil), "only CAPABILITY lists capabilities")
  always(status.serverReply.condition == status.condition.rawValue, "the condition is kept")
}
