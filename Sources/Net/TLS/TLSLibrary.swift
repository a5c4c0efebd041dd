// The version of OpenSSL.

import COpenSSL
import Vocabulary

/// The TLS library.
package enum TLSLibrary {
  /// The version of the loaded library, for example `OpenSSL 3.0.19`.
  package static var version: String {
    guard let text = OpenSSL_version(OPENSSL_VERSION) else { return "OpenSSL" }
    return Visible(String(cString: text)).text.split(separator: " ").prefix(2).joined(separator: " ")
  }
}
