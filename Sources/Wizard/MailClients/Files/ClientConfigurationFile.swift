// Which file of a client is meant, out of all it could read.

import MailClients
import Posix
import Sentences
import Vocabulary

struct ClientConfigurationFile {
  let client: MailClient
  let owner: BlockOwner
  let home: ClientFolders

  var block: ManagedBlock { ManagedBlock(owner: owner.text, comment: client.comment) }

  /// All the places, in the order in which the client looks; the last one is for a new file. Empty for a client without.
  private func paths(_ setting: WriterOptions) -> [String] {
    client.spots(for: owner.address, named: owner.name, setting).map(home.path)
  }

  /// The path the client reads, or would read; nil for a client without a file of its own.
  func path(_ setting: WriterOptions) -> String? {
    let paths = paths(setting)
    return paths.first(where: ClientFolders.exists) ?? paths.last
  }

  /// The file that is written to. Where each account has a file of its own, the usual one is left to whoever has it.
  func forWriting(_ setting: WriterOptions) throws(CommandError) -> UserFile {
    guard let usual = path(setting) else { throw .writing(.noFile(client)) }
    guard client.hasFilePerAccount else { return try read(usual) }
    let paths = paths(setting)
    let folder = paths.map(Self.folder).first(where: ClientFolders.exists) ?? Self.folder(usual)
    var file = try read(usual)
    for path in paths.dropLast() where Self.folder(path) == folder {
      file = try read(path)
      let isOurs = try hasBlock(file)
      if file.octets == nil || isOurs { break }
    }
    return file
  }

  /// Every file with lines of this account in it.
  func withBlock() throws(CommandError) -> [UserFile] {
    var (found, seen): ([UserFile], [String]) = ([], [])
    for path in paths(WriterOptions()) where ClientFolders.exists(path) && !seen.contains(path) {
      seen.append(path)
      let file = try read(path)
      if try hasBlock(file) { found.append(file) }
    }
    return found
  }

  /// Every file of the client that can be read, once.
  func all() -> [UserFile] {
    var (found, seen): ([UserFile], Set<String>) = ([], [])
    for path in paths(WriterOptions()) where seen.insert(path).inserted && ClientFolders.exists(path) {
      if let file = try? UserFile(path) { found.append(file) }
    }
    return found
  }

  private func hasBlock(_ file: UserFile) throws(CommandError) -> Bool {
    guard let octets = file.octets else { return false }
    do throws(ManagedBlock.Fault) { return try block.read(octets).lines != nil } catch {
      throw .writing(.block(home.short(file.path), error))
    }
  }

  private func read(_ path: String) throws(CommandError) -> UserFile {
    do throws(UserFile.Error) { return try UserFile(path) } catch { throw home.fault(path, error) }
  }

  static func folder(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}

extension ClientFolders {
  /// What is said about a file that cannot be used.
  func fault(_ path: String, _ fault: UserFile.Error) -> CommandError {
    let reason: FileUpdateError.Reason =
      switch fault {
      case .special: .special
      case .foreign: .foreign
      case .foreignFolder: .foreignFolder
      case .tooBig: .tooBig
      case .changed: .changed
      case .busy: .busy
      case .tooManyCopies: .tooManyCopies
      case .system(let error): .system(error.text)
      }
    return .writing(.unusable(short(path), reason))
  }
}
