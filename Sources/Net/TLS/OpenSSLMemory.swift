// Whether a failure of OpenSSL is a lack of memory. Many of its functions then report something else.

import COpenSSL
import Platform

enum OpenSSLMemory {
  /// Whether memory lacks now, or one of `errors`, which are from the error queue, is about memory.
  static func isLacking(_ errors: [UInt]) -> Bool { errors.contains(where: isMallocFailure) || !hasMemory }

  /// The same of the error that was added to the queue of this thread last, which stays in the queue.
  static var isLacking: Bool { isLacking([ERR_peek_error(), ERR_peek_last_error()]) }

  /// ERR_R_MALLOC_FAILURE, a cast in a macro: number 256 of the reasons that all libraries have in common (ERR_RFLAG_COMMON).
  private static func isMallocFailure(_ number: UInt) -> Bool { number & 0x8_0000 != 0 && number & 0xffff == 256 }

  private static var hasMemory: Bool {
    guard let probe = malloc(256 * 1_024) else { return false }
    free(probe)
    return true
  }
}
