// The end of the demo: the same as after every verification, in a folder that is removed.

import CommandLine
import Operations
import Platform
import Posix
import Sentences
import Terminal
import Vocabulary

extension Conversation {
  /// Offers to save and hand over the demo's account in a folder that is removed afterwards.
  func endDemo(_ account: VerifiedAccount, _ input: AccountInput) -> ExitStatus {
    let folder: ScratchFolder
    do throws(SystemError) { folder = try ScratchFolder(context.environment) } catch {
      context.console.complain(.operation(.system(.error(error))))
      return .ok
    }
    defer {
      folder.remove()
      say(DemoSentence.removed)
    }
    say(DemoSentence.scratch(Visible(folder.path, limit: 200)))
    return Conversation(initial, arguments, directory, context.inScratch(folder.path), prompter).end(account, input)
  }
}

extension CommandContext {
  /// Returns the same context with `home` as the home folder. What leads to the user's own files and keyrings is left out.
  fileprivate func inScratch(_ home: String) -> CommandContext {
    var variables = ["HOME": home]
    for name in ["PATH", "TMPDIR", "LD_LIBRARY_PATH", "USER", "LOGNAME", "LANG", "LC_ALL", "TERM"] {
      if let value = environment[name] { variables[name] = value }
    }
    var context = self
    (context.environment, context.isScratch) = (Environment(variables), true)
    return context
  }
}
