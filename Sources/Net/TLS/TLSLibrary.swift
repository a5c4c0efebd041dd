// Which OpenSSL this is.

import COpenSSL
import Vocabulary

package enum TLSLibrary {
  /// "OpenSSL 3.0.19", of the library that is loaded.
  package static var version: String {
    guard let text = OpenSSL_version(OPENSSL_VERSION) else { return "OpenSSL" }
    return Visible(String(cString: text)).text.split(separator: " ").prefix(2).joined(separator: " ")
  }
}
