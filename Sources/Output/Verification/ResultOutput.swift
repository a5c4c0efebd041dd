// The result of a verification on standard output.

import Documents
import Operations
import Sentences
import Vocabulary

package enum ResultOutput {
  /// Prints the result: the JSON document with `asDocument`, else the page. `showsNext` adds how to use the provider's next servers.
  package static func show(_ result: VerificationResult, on console: Console, asDocument: Bool, showsNext: Bool = false) {
    if asDocument {
      console.result.document(JSONValue.result(result, language: console.language).json)
      return
    }
    ResultPage(verification: result, language: console.language).show(on: console.result)
    if showsNext, let next = result.nextServers {
      console.result.line(ResultSentence.nextServersHow(next.imap, next.smtp)[console.language])
    }
  }
}
