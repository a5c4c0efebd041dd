// The file of a mail program that an account is written into, out of all files that the program could read.

import Posix
import Vocabulary

package struct ClientConfigurationFile: Sendable {
  package let client: MailClient
  package let owner: BlockOwner
  package let folders: ClientFolders
  package let file: ConfigurationFile

  /// Returns `nil` for a program without a file of its own.
  package init?(client: MailClient, owner: BlockOwner, folders: ClientFolders) {
    guard let file = client.file else { return nil }
    (self.client, self.owner, self.folders, self.file) = (client, owner, folders, file)
  }

  package var block: ManagedBlock { ManagedBlock(owner: owner.text, comment: file.comment) }

  /// All paths, in the order in which the program looks. The last one is for a new file.
  private func paths(_ options: WriterOptions) -> [String] { file.paths(for: owner, options).map(folders.path) }

  /// Returns the path that the program reads, or would read if the file existed.
  package func path(_ options: WriterOptions) -> String {
    let paths = paths(options)
    return paths.first(where: ClientFolders.exists) ?? folders.path(file.new.named(for: owner))
  }

  /// Returns the file to write to. If every account has a file of its own, the usual file is left to the account that is in
  /// it. Throws if the file cannot be read or must not be changed.
  package func forWriting(_ options: WriterOptions) throws(FileUpdateError) -> UserFile {
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

  /// Returns every file with a block of this account. Throws if one of the files cannot be read.
  package func withBlock() throws(FileUpdateError) -> [UserFile] {
    var (found, seen): ([UserFile], [String]) = ([], [])
    for path in paths(WriterOptions()) where ClientFolders.exists(path) && !seen.contains(path) {
      seen.append(path)
      let file = try read(path)
      if try hasBlock(file) { found.append(file) }
    }
    return found
  }

  /// Returns every file of the program that can be read, once.
  package func all() -> [UserFile] {
    var (found, seen): ([UserFile], Set<String>) = ([], [])
    for path in paths(WriterOptions()) where seen.insert(path).inserted && ClientFolders.exists(path) {
      if let file = try? UserFile(path) { found.append(file) }
    }
    return found
  }

  private func hasBlock(_ file: UserFile) throws(FileUpdateError) -> Bool {
    guard let octets = file.octets else { return false }
    do throws(ManagedBlock.Error) { return try block.read(octets).lines != nil } catch {
      throw .block(folders.short(file.path), error)
    }
  }

  private func read(_ path: String) throws(FileUpdateError) -> UserFile {
    do throws(UserFile.Error) { return try UserFile(path) } catch { throw folders.error(path, error) }
  }

  /// Returns the path of the folder that a path is in.
  package static func folder(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}

extension ClientFolders {
  /// Returns the error for a file that cannot be used.
  package func error(_ path: String, _ fault: UserFile.Error) -> FileUpdateError {
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
    return .unusable(short(path), reason)
  }
}
