// Fuzzes addresses, hosts and servers, as a user types them or as a catalog contains them.

import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func addresses(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    let typed = String(decoding: octets, as: UTF8.self)
    if let address = try? MailAddress(typed) {
      let text = "\(address)"
      always(
        address.needsUTF8 ? Visible(text, limit: 320).text == text : text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f },
        "an address is one line, and all of it is seen")
      always(text.composed.unicodeScalars.elementsEqual(text.unicodeScalars), "an address is composed")
      always(typed.lowercasedASCII == text.lowercasedASCII, "an address is what was typed")
      always(
        !address.domain.text.utf8.contains(0x40) && typed.lowercasedASCII.hasSuffix("@" + address.domain.text), "the domain is the end")
      always((try? MailAddress(text)) == address, "an address reads as itself")
    }
    if let found = try? TypedAddress(typed) {
      let text = "\(found.address)"
      always((try? MailAddress(text)) == found.address, "what is found in a text is an address")
      always((try? TypedAddress(text))?.address == found.address, "what is found is found again")
    }
    if let domain = try? UnicodeDomain(typed) {
      check(domain.ascii)
      always(
        UnicodeDomain(decoding: domain.ascii).map { $0 == domain } ?? true,
        "an ASCII form stands for its letters: \(domain.text.debugDescription) is \(domain.ascii)")
    }
    if let server = TypedServer(typed, defaultPort: 993) {
      check(server.host)
      always(server.domain.map { $0.ascii == server.host } ?? true, "the host is the ASCII form of what was typed")
    }
    always(typed.composed == typed && typed.composed.composed.unicodeScalars.elementsEqual(typed.composed.unicodeScalars), "composed once")
    if let host = HostName(typed) { check(host) }
    if let server = Endpoint.parse(typed, defaultPort: 993) {
      check(server.host)
      always(server.port > 0, "port 0 is none")
    }
  }
}

private func check(_ host: HostName) {
  always(!host.text.isEmpty && host.text.utf8.count <= 253 && host.text == host.text.lowercasedASCII, "a host is short and in lower case")
  always(
    host.text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2d || $0 == 0x2e || $0 == 0x3a }, "a host is letters, digits, - and .")
  always(HostName(host.text) == host && HostName("\(host)") == host, "a host reads as itself")
}
