// The test message of an account.

import Catalog
import Platform
import Posix
import Session
import Wire

extension AccountVerifier {
  /// Sends a message with `words` to the account's own address, waits for it for `patience` seconds and deletes it. `observe`
  /// receives each event of a session, and `tick` is called repeatedly until the sessions end.
  package func sendTest(
    _ settings: ServerSettings, _ secret: CleanedSecret, words: (subject: String, text: [String]), patience: Double,
    observe: (Progress) -> Void, tick: () -> Void
  ) throws(OperationError) -> DeliveryReport {
    let message = TestMessage(from: address, words: words, seconds: Timestamp.now.seconds, token: TestMessage.token())
    let test = DeliveryTest(network: network, timing: .usual, patience: patience, version: version)
    do throws(SystemError) {
      return try test.run(plan(settings, secret.secret), message, observe: observe, tick: tick)
    } catch {
      throw .system(.error(error))
    }
  }
}
