// Detects that OpenSSL failed because memory is exhausted. Many of its functions report another error then.

import COpenSSL
import Platform

/// Checks for a lack of memory.
enum OpenSSLMemory {
  /// Returns whether there is no memory now, or one of `errors`, which are from the error queue, is about memory.
  static func isLacking(_ errors: [UInt]) -> Bool { errors.contains(where: isMallocFailure) || !hasMemory }

  /// Whether there is no memory now, or an error at either end of this thread's queue is about memory. The errors stay in
  /// the queue.
  static var isLacking: Bool { isLacking([ERR_peek_error(), ERR_peek_last_error()]) }

  /// Returns whether the reason is ERR_R_MALLOC_FAILURE, which is a cast in a macro: reason 256 of those that all libraries
  /// share (ERR_RFLAG_COMMON).
  private static func isMallocFailure(_ number: UInt) -> Bool { number & 0x8_0000 != 0 && number & 0xffff == 256 }

  private static var hasMemory: Bool {
    guard let probe = malloc(256 * 1_024) else { return false }
    free(probe)
    return true
  }
}
