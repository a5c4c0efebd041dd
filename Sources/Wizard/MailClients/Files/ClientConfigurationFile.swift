// Which file of a client is meant, out of all it could read.

import MailClients
import Posix
import Sentences
import Vocabulary

struct ClientConfigurationFile {
  let client: MailClient
  let owner: BlockOwner
  let home: ClientFolders
  let file: ConfigurationFile

  /// Returns `nil` for a program without a file of its own.
  init?(client: MailClient, owner: BlockOwner, home: ClientFolders) {
    guard let file = client.file else { return nil }
    (self.client, self.owner, self.home, self.file) = (client, owner, home, file)
  }

  var block: ManagedBlock { ManagedBlock(owner: owner.text, comment: file.comment) }

  /// All paths, in the order in which the program looks. The last one is for a new file.
  private func paths(_ options: WriterOptions) -> [String] { file.paths(for: owner, options).map(home.path) }

  /// Returns the path that the program reads, or would read if the file existed.
  func path(_ options: WriterOptions) -> String {
    let paths = paths(options)
    return paths.first(where: ClientFolders.exists) ?? home.path(file.new.named(for: owner))
  }

  /// The file that is written to. Where each account has a file of its own, the usual one is left to whoever has it.
  func forWriting(_ options: WriterOptions) throws(CommandError) -> UserFile {
    let usual = path(options)
    guard file.isPerAccount else { return try read(usual) }
    let paths = paths(options)
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
    do throws(ManagedBlock.Error) { return try block.read(octets).lines != nil } catch {
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
