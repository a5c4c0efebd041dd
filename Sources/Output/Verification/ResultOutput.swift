// The result of a verification on standard output.

import Discovery
import Documents
import Operations
import Sentences
import Vocabulary

package enum ResultOutput {
  /// Prints the result: the JSON document with `asDocument`, else the page as it is on `surface`. `showsNext` adds how to use the
  /// provider's next servers. `isRepeatable` if a script may run the same call again. `endsRun` is whether nothing more is said.
  /// `discovery` is what was asked to find the servers, for the document.
  package static func show(
    _ result: VerificationResult, on console: Console, asDocument: Bool, showsNext: Bool = false, isRepeatable: Bool = false,
    endsRun: Bool = true, discovery: DiscoveryResult? = nil, surface: Surface = .commandLine
  ) {
    if asDocument || console.hasReceiver {
      console.show(JSONValue.result(result, language: console.language).with(discovery: discovery))
      return
    }
    var page = ResultPage(verification: result, language: console.language)
    page.isRepeatable = isRepeatable
    if !endsRun { page.ending = nil }
    page.surface = surface
    page.variables = console.variables
    page.show(on: console.result)
    if showsNext, let next = result.nextServers {
      console.result.line(ResultSentence.nextServersHow(next.imap, next.smtp)[console.language])
    }
  }
}
