// The test message of an account.

import Catalog
import Posix
import Sentences
import Session
import Vocabulary
import Wire

extension AccountVerifier {
  /// Sends the message to the account's own address, waits for it for `patience` seconds and deletes it.
  func sendTest(
    _ settings: ServerSettings, _ secret: CleanedSecret, patience: Double, language: Language, view: (any ProgressView)?
  ) throws(CommandError) -> DeliveryReport {
    let message = TestMessage(
      from: address, words: (SendTestSentence.subject[language], SendTestSentence.body.map { $0[language] }),
      seconds: Timestamp.now.seconds, token: TestMessage.token())
    let test = DeliveryTest(network: network, timing: .usual, patience: patience, version: Version.number)
    do throws(SystemError) {
      defer { view?.finish() }
      return try test.run(plan(settings, secret.secret), message, observe: { view?.take($0) }, tick: { view?.tick() })
    } catch {
      throw .system(error.text)
    }
  }
}
