// The file a trace goes into.

import Posix
import Sentences
import Session
import Vocabulary

enum TraceFile {
  /// Whether it can be written is found out before anything is sent.
  static func check(_ file: String) throws(CommandError) {
    do throws(SystemError) { try AtomicFile.check(file) } catch { throw .cannotWrite(file, reason: error.text) }
  }

  /// Writes it for its owner alone, and says so.
  static func write(_ trace: Trace, to file: String, _ terms: CommandContext, holdsAddress: Bool) throws(CommandError) {
    do throws(SystemError) {
      try AtomicFile.write(Array(TraceText.text(trace, holdsAddress: holdsAddress).utf8), to: file)
    } catch {
      throw .cannotWrite(file, reason: error.text)
    }
    let name = Visible(file, limit: 200)
    terms.talk.line((holdsAddress ? ResultSentence.traceWritten(name) : ProbeSentence.traceWritten(name))[terms.language])
  }
}
