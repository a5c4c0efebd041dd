// An account in the client's own file: shown, agreed to, checked by the client, written between marks.

import MailClients
import Platform
import Posix
import Sentences
import Terminal
import Vocabulary

struct ConfigurationUpdate {
  let place: ClientConfigurationFile
  let account: MailAccount
  let version: ClientVersion?
  /// Whether that is what is installed here: another one would not understand what is not meant for it.
  let isInstalled: Bool
  let consent: Confirmation
  let terms: CommandContext

  /// The names of the saved accounts.
  let names: [String]

  var client: MailClient { place.client }
  private var home: ClientFolders { place.home }
  private var settings: SettingRules { place.file.settings }

  /// What is to become of a file.
  private struct Plan {
    let file: UserFile
    let setting: WriterOptions
    let new: [UInt8]
    /// What the person's own lines set already.
    let overridden: [SettingDefinition]
    /// The accounts that the client has used until now, if it uses one at a time.
    let former: [Visible]
    /// Those that are missing.
    let folders: [String]

    var done: Done { Done(setting: setting, file: file.path.split(separator: "/").last.map(String.init) ?? file.path) }
  }

  /// What was done.
  struct Done {
    /// What the configuration was made for.
    let setting: WriterOptions
    /// The name of the file.
    let file: String
  }

  /// nil where the person said no.
  func run() throws(CommandError) -> Done? {
    // Somebody else may be at the same file: then all begins again with what it has become.
    for _ in 0..<5 {
      let plan = try plan()
      let name = Visible(home.short(plan.file.path))
      if plan.file.octets == plan.new {
        terms.talk.line(FileUpdateSentence.nothingToDo(name)[terms.language])
        try make(plan.folders)
        return plan.done
      }
      show(plan, name)
      guard try consent.isGiven(FileUpdateSentence.mayWrite(name)) else {
        terms.talk.line(FileUpdateSentence.unchanged[terms.language])
        return nil
      }
      try make(plan.folders)
      let verdict = try check(plan)
      do throws(UserFile.Error) {
        let copy = try plan.file.replace(with: plan.new, mode: mode(plan.file), keepsOld: true)
        terms.talk.line(FileUpdateSentence.written(name, copy: copy.map { Visible(home.short($0)) })[terms.language])
        terms.talk.line(FileUpdateSentence.text(verdict.sentence, client)[terms.language])
        return plan.done
      } catch {
        guard error == .changed else { throw home.fault(plan.file.path, error) }
        terms.talk.line(FileUpdateSentence.changedMeanwhile(name)[terms.language])
      }
    }
    throw home.fault(try place.forWriting(WriterOptions(version: version)).path, .changed)
  }

  private func plan() throws(CommandError) -> Plan {
    let file = try place.forWriting(WriterOptions(version: version))
    let name = home.short(file.path)
    let content: ManagedBlock.Content
    do throws(ManagedBlock.Error) { content = try place.block.read(file.octets ?? []) } catch {
      throw .writing(.block(name, error))
    }
    let others = content.others.text
    let setting = WriterOptions(version: version, isFirst: !settings.hasFirst(others))
    let text = try text(account, setting)
    let repeated = settings.repeated(text, in: others)
    if settings.second == .breaks, !repeated.isEmpty { throw .writing(.defined(name, repeated)) }
    let former =
      settings.second == .overrides && !repeated.isEmpty
      ? CallingBlock.owners(in: content.others, comment: place.file.comment, among: names).map {
        Visible($0.name ?? $0.owner.text, limit: 120)
      } : []
    let missing = place.file.folders(for: account.owner).map { home.home + "/" + $0 } + [ClientConfigurationFile.folder(file.target)]
    return Plan(
      file: file, setting: setting, new: try octets(text, file), overridden: repeated, former: former,
      folders: missing.filter { !ClientFolders.exists($0) })
  }

  private func text(_ account: MailAccount, _ setting: WriterOptions) throws(CommandError) -> String {
    do throws(ExportError) { return try client.lines(of: account, among: setting) } catch { throw .export(error) }
  }

  private func octets(_ text: String, _ file: UserFile) throws(CommandError) -> [UInt8] {
    do throws(ManagedBlock.Error) {
      let block = place.block
      // Where the later one counts, behind another account's lines these would be of no effect.
      let after = try block.read(file.octets ?? []).after
      if settings.second == .overrides, !ManagedBlock.owners(in: after, comment: place.file.comment).isEmpty, let octets = file.octets {
        return try block.write(text, into: block.remove(from: octets))
      }
      return try block.write(text, into: file.octets)
    } catch {
      throw .writing(.block(home.short(file.path), error))
    }
  }

  private func show(_ plan: Plan, _ name: Visible) {
    let screen = consent.screen
    let (block, language) = (place.block, terms.language)
    let old = plan.file.octets.map(block.shown) ?? []
    screen.line((old.isEmpty ? FileUpdateSentence.adds(name, isNew: plan.file.octets == nil) : FileUpdateSentence.replaces(name))[language])
    LineDiff(from: old, to: block.shown(in: plan.new)).show(on: screen)
    if !plan.overridden.isEmpty {
      let list = plan.overridden.map { FileUpdateSentence.place($0, in: language) }.joined(separator: language == .english ? ", " : "、")
      screen.line(FileUpdateSentence.overrides(name, list)[language], .warning)
    }
    if !plan.former.isEmpty { screen.line(FileUpdateSentence.takesPlace(client, plan.former)[language], .warning) }
    for folder in plan.folders { screen.line(FileUpdateSentence.makes(Visible(home.short(folder)))[language]) }
  }

  /// Nobody else can look into them: mail will lie there.
  private func make(_ folders: [String]) throws(CommandError) {
    for folder in folders {
      do throws(PrivateFolder.Error) {
        try PrivateFolder.make(folder, home: home.home)
      } catch {
        switch error.reason {
        case .foreign, .notPrivate: throw .writing(.unusable(home.short(error.path), .foreign))
        case .notFolder: throw .cannotWrite(error.path, reason: SystemError(ENOTDIR).text)
        case .unreadable(let reason), .notCreated(let reason): throw .cannotWrite(error.path, reason: reason.text)
        }
      }
    }
  }

  private func mode(_ file: UserFile) -> mode_t { place.file.isPrivate ? file.mode & 0o700 : file.mode }

  /// The client looks at the file as it would be, beside the old one, with a harmless command in place of that for the
  /// secret. What it complained about before is none of our business.
  private func check(_ plan: Plan) throws(CommandError) -> ClientProgram.Verdict {
    guard isInstalled else { return .notAsked }
    let trial = try octets(try text(account.fetching(by: .harmless), plan.setting), plan.file)
    let verdict = try verdict(on: trial, plan.file)
    guard case .rejected(let said) = verdict else { return verdict }
    if let old = plan.file.octets, case .rejected = try self.verdict(on: old, plan.file) { return verdict }
    throw .writing(.rejected(client, said: said))
  }

  private func verdict(on octets: [UInt8], _ file: UserFile) throws(CommandError) -> ClientProgram.Verdict {
    let looked = try file.trial(octets) { (path) throws(CommandError) -> ClientProgram.Verdict in
      let verdict = try ClientProgram(interrupt: terms.interrupt).verdict(client, on: path, of: account.owner)
      guard case .rejected(let said) = verdict else { return verdict }
      return .rejected(said.replacing(path, with: home.short(file.path)))
    }
    switch looked {
    case .success(let verdict): return verdict
    case .failure(let fault): throw home.fault(file.path, fault)
    }
  }
}

extension ClientProgram.Verdict {
  /// As it is said after the file was written all the same.
  var sentence: FileUpdateSentence.Verdict {
    switch self {
    case .accepted: .accepted
    case .rejected(let said): .complainedBefore(Visible(said))
    case .cannotTell: .cannotTell
    case .notInstalled: .notInstalled
    case .notAsked: .notAsked
    case .noAnswer: .noAnswer
    }
  }
}
