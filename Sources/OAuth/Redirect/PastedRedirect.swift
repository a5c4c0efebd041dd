// The address of the page that did not load, copied from the browser of another computer.

import Vocabulary
import Wire

extension AuthorizationRequest {
  /// Returns the code in what the user pasted: the whole address to which the browser was sent, or its part after the question mark.
  /// Blanks and line breaks, as a terminal inserts them, are dropped. Throws if the address belongs to another sign-in, or names an
  /// error.
  package func code(inPasted pasted: Secret) throws(OAuthFailure) -> Secret {
    let octets = Secret(capacity: pasted.count) { buffer in
      pasted.withOctets { pasted in
        var count = 0
        for octet in pasted where !octet.isBlankOrLineEnd {
          buffer[count] = octet
          count += 1
        }
        return count
      }
    }
    return try octets.withOctets { (octets) throws(OAuthFailure) in
      let beforeFragment = octets.prefix { $0 != UInt8(ascii: "#") }
      var query = beforeFragment
      if let mark = beforeFragment.firstIndex(of: UInt8(ascii: "?")) {
        let place = beforeFragment[..<mark]
        guard place.isEmpty || isRedirect(place.text) else { throw .untrusted(.otherSignIn) }
        query = beforeFragment[(mark + 1)...]
      }
      guard query.count <= 16_384, let answer = HTTPFormFields(query) else { throw .malformed(.wrongType(key: "redirect")) }
      guard owns(answer) else { throw .untrusted(.otherSignIn) }
      return try code(in: answer)
    }
  }

  /// Returns the code that a page of the provider showed, if the redirect address is such a page: then there is no state.
  package func code(shown typed: Secret) throws(OAuthFailure) -> Secret {
    let octets = typed.withOctets { Array($0) }
    guard RedirectAddress(redirect) == nil else { return try code(inPasted: typed) }
    let code = Secret(copying: octets[...].withoutBlanks)
    guard Self.isCode(code) else { throw .malformed(.unusableToken(key: "code")) }
    return code
  }

  private func isRedirect(_ text: String) -> Bool {
    guard let own = RedirectAddress(redirect) else { return text == redirect }
    return own.isSame(as: RedirectAddress(text))
  }
}
