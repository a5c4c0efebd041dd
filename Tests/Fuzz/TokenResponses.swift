// Fuzzes the answers of a token endpoint: what is taken for a token can be sent, and JSON that is accepted is JSON.

import Documents
import FoundationEssentials
import OAuth
import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func tokenResponses(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard let value = try? SecretJSON.read(Secret(copying: octets)) else { return }
    always((try? JSONDecoder().decode(Anything.self, from: Data(octets))) != nil, "what is accepted here is JSON for others too")
    guard let members = value.members else { return }
    do throws(OAuthFailure) {
      let tokens = try TokenResponse(members, needs: ["mail"])
      tokens.accessToken.withOctets { token in
        always(!token.isEmpty && token.allSatisfy { $0 > 0x20 && $0 < 0x7f }, "a token is one printable word")
      }
      always((1...2_592_000).contains(tokens.lifetime), "a lifetime is positive and at most thirty days")
      always(tokens.scopes?.contains { $0.utf8.equalsIgnoringCase("mail") } ?? true, "what is needed is there")
    } catch {
      always(!"\(error)".contains("\u{1b}"), "a failure can be shown")
    }
  }
}

/// Any JSON value.
private struct Anything: Decodable {
  init(from decoder: any Decoder) {}
}
