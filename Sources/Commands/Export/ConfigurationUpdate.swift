// Writes an account into the client's own file: shows the change, asks, has the client check the file, writes the managed block.

import MailClients
import Output
import Platform
import Posix
import Prompts
import Sentences
import Terminal
import Vocabulary

struct ConfigurationUpdate {
  let place: ClientConfigurationFile
  let account: MailAccount
  let version: ClientVersion?
  /// Whether `version` is that of the installed client. Another version would reject a file that is not for it.
  let isInstalled: Bool
  let confirmation: Confirmation
  let console: Console
  /// Asks the installed client.
  let program: ClientProgram
  /// The names of the saved accounts.
  let names: [String]

  var client: MailClient { place.client }
  private var folders: ClientFolders { place.folders }
  private var settings: SettingRules { place.file.settings }

  /// A file, and the change to it.
  private struct Plan {
    let file: UserFile
    let setting: WriterOptions
    let new: [UInt8]
    /// The settings that the user's own lines define already.
    let overridden: [SettingDefinition]
    /// The accounts that the client used before, if it uses one at a time.
    let former: [Visible]
    /// The folders that are missing.
    let folders: [String]

    var done: Done { Done(setting: setting, file: file.path.split(separator: "/").last.map(String.init) ?? file.path) }
  }

  /// What was done.
  struct Done {
    /// What the configuration was written for.
    let setting: WriterOptions
    /// The name of the file.
    let file: String
  }

  /// Returns `nil` if the user declined.
  func run() throws(CommandError) -> Done? {
    // If another program changes the file at the same time, everything is repeated with the new content.
    for _ in 0..<5 {
      let plan = try plan()
      let name = Visible(folders.short(plan.file.path))
      if plan.file.octets == plan.new {
        console.say(FileUpdateSentence.nothingToDo(name))
        try make(plan.folders)
        return plan.done
      }
      show(plan, name)
      guard try confirmation.isGiven(.writeFile, FileUpdateSentence.mayWrite(name)) else {
        console.say(FileUpdateSentence.unchanged)
        return nil
      }
      try make(plan.folders)
      let outcome = try check(plan)
      do throws(UserFile.Error) {
        let copy = try plan.file.replace(with: plan.new, mode: mode(plan.file), keepsOld: true)
        console.say(FileUpdateSentence.written(name, copy: copy.map { Visible(folders.short($0)) }))
        console.say(FileUpdateSentence.text(outcome.sentence, client))
        return plan.done
      } catch {
        guard error == .changed else { throw .writing(folders.error(plan.file.path, error)) }
        console.say(FileUpdateSentence.changedMeanwhile(name))
      }
    }
    throw .writing(folders.error(try file().path, .changed))
  }

  private func file() throws(CommandError) -> UserFile {
    do throws(FileUpdateError) { return try place.forWriting(WriterOptions(version: version)) } catch { throw .writing(error) }
  }

  private func plan() throws(CommandError) -> Plan {
    let file = try file()
    let name = folders.short(file.path)
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
    let missing = place.file.folders(for: account.owner).map { folders.home + "/" + $0 } + [ClientConfigurationFile.folder(file.target)]
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
      // If the later definition counts, the lines have no effect before those of another account.
      let after = try block.read(file.octets ?? []).after
      if settings.second == .overrides, !ManagedBlock.owners(in: after, comment: place.file.comment).isEmpty, let octets = file.octets {
        return try block.write(text, into: block.remove(from: octets))
      }
      return try block.write(text, into: file.octets)
    } catch {
      throw .writing(.block(folders.short(file.path), error))
    }
  }

  private func show(_ plan: Plan, _ name: Visible) {
    let screen = confirmation.screen
    let (block, language) = (place.block, console.language)
    let old = plan.file.octets.map(block.shown) ?? []
    screen.line((old.isEmpty ? FileUpdateSentence.adds(name, isNew: plan.file.octets == nil) : FileUpdateSentence.replaces(name))[language])
    LineDiff(from: old, to: block.shown(in: plan.new)).show(on: screen)
    if !plan.overridden.isEmpty {
      let list = Text.list(plan.overridden.map { FileUpdateSentence.place($0, in: language) })[language]
      screen.line(FileUpdateSentence.overrides(name, list)[language], .warning)
    }
    if !plan.former.isEmpty { screen.line(FileUpdateSentence.takesPlace(client, plan.former)[language], .warning) }
    for folder in plan.folders { screen.line(FileUpdateSentence.makes(Visible(folders.short(folder)))[language]) }
  }

  /// Creates the missing folders, for the user alone: they will contain mail.
  private func make(_ missing: [String]) throws(CommandError) {
    for folder in missing {
      do throws(PrivateFolder.Error) {
        try PrivateFolder.make(folder, home: folders.home)
      } catch {
        switch error.reason {
        case .foreign, .notPrivate: throw .writing(.unusable(folders.short(error.path), .foreign))
        case .notFolder: throw .operation(.cannotWrite(error.path, SystemError(ENOTDIR)))
        case .unreadable(let reason), .notCreated(let reason): throw .operation(.cannotWrite(error.path, reason))
        }
      }
    }
  }

  private func mode(_ file: UserFile) -> mode_t { place.file.isPrivate ? file.mode & 0o700 : file.mode }

  /// Has the client check the new content, in a file next to the old one and with a harmless command in place of the password
  /// command. Throws if the client rejects it, unless it rejects the old content too.
  private func check(_ plan: Plan) throws(CommandError) -> ClientProgram.CheckOutcome {
    guard isInstalled else { return .notAsked }
    let trial = try octets(try text(account.fetching(by: .harmless), plan.setting), plan.file)
    let outcome = try outcome(on: trial, plan.file)
    guard case .rejected(let said) = outcome else { return outcome }
    if let old = plan.file.octets, case .rejected = try self.outcome(on: old, plan.file) { return outcome }
    throw .writing(.rejected(client, said: said))
  }

  private func outcome(on octets: [UInt8], _ file: UserFile) throws(CommandError) -> ClientProgram.CheckOutcome {
    let looked = try file.trial(octets) { (path) throws(CommandError) -> ClientProgram.CheckOutcome in
      let outcome: ClientProgram.CheckOutcome
      do throws(ClientProgram.Error) {
        outcome = try program.outcome(client, on: path, of: account.owner)
      } catch {
        throw CommandError(error)
      }
      guard case .rejected(let said) = outcome else { return outcome }
      return .rejected(said.replacing(path, with: folders.short(file.path)))
    }
    switch looked {
    case .success(let outcome): return outcome
    case .failure(let fault): throw .writing(folders.error(file.path, fault))
    }
  }
}

extension ClientProgram.CheckOutcome {
  /// The verdict for the user, after the file was written.
  var sentence: FileUpdateSentence.CheckOutcome {
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
