// The end of a conversation: what was and was not kept, and the call that goes on from here.

import CommandLine
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// Says that nothing was kept, and the call with which the user need not give the same answers again.
  func sayResumable(_ input: AccountInput) {
    say(ResultSentence.nothingSaved)
    sayCall(of: input)
  }

  /// Says what was kept of an account that works, when the user leaves. `isFinished` is whether they have chosen to.
  func sayKept(_ account: VerifiedAccount, _ input: AccountInput, isFinished: Bool) {
    if let saved = account.saved {
      if !isFinished { say(EndingSentence.isKept(saved.name)) }
      return
    }
    say(EndingSentence.isNotKept(account.verification.address))
    sayCall(of: input)
  }

  private func sayCall(of input: AccountInput) {
    guard let call = ShellCall.text(input.former.filling(input), going: arguments) else { return }
    show(call, as: PromptSentence.resume)
  }

  /// Shows a command below its label, on a line that is never broken, because the user copies it.
  func show(_ call: String, as label: Text) {
    say(label)
    prompter.screen.unbroken("  " + call)
  }
}

extension CommandError {
  /// The exit status of a conversation that the user, the program between them and this one, or a signal has ended. After a signal the
  /// process dies by it before the status is used. `nil` for every other error.
  var statusOfLeaving: ExitStatus? {
    if self == .left { return .noInput }
    if self == .timedOut { return .timedOut }
    if self == .unusableAnswers { return .badData }
    return self == .interrupted ? .software : nil
  }
}
