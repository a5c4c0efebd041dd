// What OpenSSL could not do, in its own words.

import COpenSSL

package struct OpenSSLError: Error, Equatable, Sendable {
  package let reason: String

  init(_ reason: String) { self.reason = reason }

  /// The reason of the oldest error on this thread's queue, which is emptied.
  static func last() -> OpenSSLError {
    let code = ERR_get_error()
    ERR_clear_error()
    guard let text = ERR_reason_error_string(code) else { return OpenSSLError(code == 0 ? "no reason given" : "error \(code)") }
    return OpenSSLError(String(cString: text))
  }

  /// Throws unless `result` is OpenSSL's 1 for success (or the positive count some functions give).
  static func check(_ result: Int32) throws(OpenSSLError) {
    guard result > 0 else { throw last() }
  }

  /// `pointer`, or the fault where OpenSSL gave none.
  static func check<Pointer>(_ pointer: Pointer?) throws(OpenSSLError) -> Pointer {
    guard let pointer else { throw last() }
    return pointer
  }
}
