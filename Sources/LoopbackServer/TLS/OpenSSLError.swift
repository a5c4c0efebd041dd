// An error of OpenSSL, with its own text.

import COpenSSL

/// Why an OpenSSL call failed.
package struct OpenSSLError: Error, Equatable, Sendable {
  /// OpenSSL's text for the reason.
  package let reason: String

  init(_ reason: String) { self.reason = reason }

  /// Returns the oldest error in this thread's queue and empties the queue.
  static func last() -> OpenSSLError {
    let code = ERR_get_error()
    ERR_clear_error()
    guard let text = ERR_reason_error_string(code) else { return OpenSSLError(code == 0 ? "no reason given" : "error \(code)") }
    return OpenSSLError(String(cString: text))
  }

  /// Throws the last error unless `result` is positive. OpenSSL's functions return 1, or a count, for success.
  static func check(_ result: Int32) throws(OpenSSLError) {
    guard result > 0 else { throw last() }
  }

  /// Returns `pointer`. Throws the last error if it is `nil`.
  static func check<Pointer>(_ pointer: Pointer?) throws(OpenSSLError) -> Pointer {
    guard let pointer else { throw last() }
    return pointer
  }
}
