// The secret, the verification, and what to do after it.

import Account
import Sentences
import Terminal
import Vocabulary

extension Conversation {
  /// Asks for the secret and verifies until it works or the human leaves; nil goes back to the address.
  func prove(_ given: inout Given, _ started: AccountRun?) throws(Break) -> ExitStatus? {
    guard let address = given.address else { return nil }
    let run: AccountRun
    if let started { run = started } else { run = try usage { () throws(UsageFault) in try AccountRun(given, address, terms) } }
    defer { run.stop() }
    var group = 0
    var entered: CleanedSecret?
    if let source = initial.source, source != .prompt { entered = run.cleaned(try read(source)) }
    while true {
      if entered == nil {
        guard let secret = try askSecret(run) else { return nil }
        entered = secret
      }
      guard let secret = entered else { return nil }
      let settings = try usage { () throws(UsageFault) in try run.settings(group: group) }
      other.screen.line()
      let outcomes = try usage { () throws(UsageFault) in try run.verify(settings, secret, group: group, on: other.screen) }
      if terms.interrupt.isRaised { throw .farewell(.interrupted) }
      other.screen.line()
      OutcomePage(outcomes: outcomes, language: terms.language).show(on: terms.result)
      let status = ExitStatus(outcomes)
      if status == .ok { return status }
      switch try whatNow(outcomes) {
      case .otherSecret: entered = nil
      case .same: break
      case .nextServers: group += 1
      case .guide:
        if let provider = run.provider { guide(provider, address, .steps) }
        entered = nil
      case .quit: return status
      }
    }
  }

  func askSecret(_ run: AccountRun) throws(Break) -> CleanedSecret? {
    while true {
      guard case .given(let secret) = try hidden(PromptSentence.secret(run.provider?.secret, inConversation: true)) else {
        return nil
      }
      if let provider = run.provider, secret.withOctets({ $0.elementsEqual("?".utf8) }) {
        guide(provider, run.address, .whole)
        continue
      }
      if let fault = secret.fault {
        switch fault {
        case .empty: remark(PromptSentence.needsAnswer)
        case .tooLong: remark(UsageSentence.text(.secret(.tooLong)).error)
        case .forbiddenOctet: remark(UsageSentence.text(.secret(.forbiddenOctet)).error)
        }
        continue
      }
      if secret.withOctets({ $0.contains(0x1b) }) {
        remark(PromptSentence.escapeInSecret)
        continue
      }
      let cleaned = run.cleaned(secret)
      say(OutcomeSentence.arrived(count: cleaned.characters, removed: cleaned.removed))
      guard cleaned.fits == false, let kind = run.provider?.secret else { return cleaned }
      remark(OutcomeSentence.shapeDiffers(kind, count: cleaned.characters))
      if try agrees(PromptSentence.sendAnyway) { return cleaned }
    }
  }

  func agrees(_ prompt: Text) throws(Break) -> Bool {
    while true {
      guard case .given(let typed) = try ask(prompt) else { return false }
      switch typed.lowercased() {
      case "y", "yes", "是": return true
      case "n", "no", "否", "": return false
      default: remark(PromptSentence.notUnderstood)
      }
    }
  }

  enum Next { case otherSecret, same, nextServers, guide, quit }

  func whatNow(_ outcomes: Outcomes) throws(Break) -> Next {
    var choices: [(Next, Text)] = [(.otherSecret, PromptSentence.tryAgain), (.same, PromptSentence.trySame)]
    if let next = outcomes.nextServers { choices.append((.nextServers, PromptSentence.tryServers(next.imap))) }
    if outcomes.provider != nil { choices.append((.guide, PromptSentence.showGuide)) }
    choices.append((.quit, PromptSentence.quit))
    while true {
      other.screen.line()
      say(PromptSentence.whatNow)
      for (position, choice) in choices.enumerated() { other.screen.line("  \(position + 1)  \(choice.1[terms.language])", indent: 5) }
      guard case .given(let typed) = try ask(PromptSentence.choice) else { return .otherSecret }
      if typed.lowercased() == "q" { return .quit }
      if let number = Int(typed), choices.indices.contains(number - 1) { return choices[number - 1].0 }
      remark(PromptSentence.notUnderstood)
    }
  }
}
