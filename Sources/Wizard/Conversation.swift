// The order of the questions: provider, address, guide, secret, verification, what now. Every answer is kept; `<` goes
// one question back.

import Account
import Posix
import Sentences
import Terminal
import Vocabulary

struct Conversation {
  let directory: Directory
  var catalog: Catalog { directory.catalog }
  let terms: Terms
  let other: any Interlocutor
  let initial: Given

  init(_ given: Given, _ directory: Directory, _ terms: Terms) {
    guard let tty = terms.tty else { preconditionFailure("a conversation needs a terminal") }
    self.directory = directory
    self.terms = terms
    initial = given
    other = LineInterlocutor(tty: tty, language: terms.language)
  }

  /// Holds the conversation; gives the status of the last verification.
  func run() throws(UsageFault) -> ExitStatus {
    do throws(Break) {
      return try converse()
    } catch {
      switch error {
      case .farewell(.left):
        say(OutcomeSentence.nothingSaved)
        return .noInput
      // The caller ends the process by the signal.
      case .farewell(.interrupted): return .software
      case .usage(let fault): throw fault
      }
    }
  }

  /// What breaks the conversation off: the human, or something that cannot be.
  enum Break: Error {
    case farewell(Farewell)
    case usage(UsageFault)
  }

  /// Where the conversation stands.
  private enum Place { case provider, address, userName, guide, secret }

  private func converse() throws(Break) -> ExitStatus {
    var given = initial
    if given.provider == nil, given.servers == nil { say(PromptSentence.welcome) }
    var place = Place.provider
    var run: AccountRun?
    defer { run?.stop() }
    while true {
      switch place {
      case .provider:
        if let typed = given.undecided {
          given.undecided = nil
          given.provider = try look(up: typed, &given)
        }
        if given.provider == nil, given.servers == nil, given.address == nil { try askProvider(&given) }
        if given.provider == nil, given.servers == nil, given.address != nil {
          // An address the catalog does not know was given with the call.
          given.provider = try discover(&given)
          if given.provider == nil, given.servers == nil { continue }
        }
        if let provider = given.provider {
          say(PromptSentence.chosen(provider))
          if let file = directory.file(of: provider) { remark(CatalogSentence.from(Visible(file, limit: 200))) }
        }
        place = .address
      case .address:
        if given.address == nil, try askAddress(&given) == .back {
          // What the call itself has said is not asked again.
          if initial.provider == nil { given.provider = nil }
          place = .provider
          continue
        }
        place = .guide
      case .guide:
        guard let provider = given.provider else {
          place = .secret
          continue
        }
        if let address = given.address, let owner = directory.provider(forDomain: address.domain), owner != provider {
          remark(PromptSentence.belongs(address, to: owner, notTo: provider))
        }
        if provider.id == DemoProvider.id, let address = given.address {
          // The demo's servers have to run before their ports can be shown.
          let started = try usage { () throws(UsageFault) in try AccountRun(given, address, terms) }
          run = started
          guide(started.provider ?? provider, address, .steps)
        } else {
          guide(provider, given.address, .steps)
        }
        guard provider.takesPassword || provider.id == DemoProvider.id || given.servers != nil else {
          say(UsageSentence.cannotVerify(provider.name))
          return .unsupported
        }
        place = .userName
      case .userName:
        if given.username == nil, let provider = given.provider, provider.username.imap.first == .other {
          given.username = try required(PromptSentence.userName(.imap))
        }
        place = .secret
      case .secret:
        if let status = try prove(&given, run) { return status }
        run = nil
        if initial.address == nil { given.address = nil }
        place = .address
      }
    }
  }

  func guide(_ provider: Provider, _ address: MailAddress?, _ extent: GuidePage.Extent) {
    other.screen.line()
    GuidePage(provider: provider, address: address, language: terms.language, extent: extent).show(on: other.screen)
    other.screen.line()
  }

  func say(_ text: Text) { other.screen.line(text[terms.language]) }

  func remark(_ text: Text) { other.screen.line(text[terms.language], .warning) }

  func ask(_ prompt: Text) throws(Break) -> Answer<String> {
    do throws(Farewell) { return try other.line(prompt) } catch { throw .farewell(error) }
  }

  func hidden(_ prompt: Text) throws(Break) -> Answer<Secret> {
    do throws(Farewell) { return try other.secret(prompt) } catch { throw .farewell(error) }
  }

  func read(_ source: SecretSource) throws(Break) -> Secret {
    do throws(SecretProblem) {
      return try SecretReader(interrupt: terms.interrupt).read(source) { terms.warn($0) }
    } catch {
      switch error {
      case .interrupted: throw .farewell(.interrupted)
      case .fault(let fault): throw .usage(.secret(fault))
      }
    }
  }

  func usage<Value>(_ work: () throws(UsageFault) -> Value) throws(Break) -> Value {
    do throws(UsageFault) { return try work() } catch { throw .usage(error) }
  }
}
