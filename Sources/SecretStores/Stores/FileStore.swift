// A file for each secret, in a folder that other users cannot read.

import AccountStore
import Platform
import Posix
import Vocabulary

/// The folder is in the user's data and not beside accounts.json, because people publish `~/.config` in repositories.
struct FileStore: SecretStore {
  let tools: StoreTools

  /// The folder `secrets` in the data folder. Throws if the user has none.
  private func usedFolder() throws(SecretStoreError) -> String {
    guard let data = tools.folders.ownData else { throw .noHome }
    return data + "/secrets"
  }

  var folder: String? { get throws(SecretStoreError) { try usedFolder() } }

  func has(_ entry: String) throws(SecretStoreError) -> Bool {
    var status = stat()
    return lstat("\(try usedFolder())/\(Self.name(entry))", &status) == 0
  }

  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError) {
    FileStamp.set("\(try usedFolder())/\(Self.name(entry))", stamp)
  }

  func stamp(_ entry: String) throws(SecretStoreError) -> String? { FileStamp.text("\(try usedFolder())/\(Self.name(entry))") }

  /// A file ends with a line break, like every text file.
  let lineEnd = "\n"

  func check() throws(SecretStoreError) {
    let folder = try usedFolder()
    let home = tools.folders.home
    do throws(PrivateFolder.Error) { try PrivateFolder.checkMaking(folder, home: home) } catch { throw SecretStoreError(error) }
    _ = try isPrivate(folder)
  }

  func read(_ entry: String) throws(SecretStoreError) -> Content {
    let folder = try usedFolder()
    let path = "\(folder)/\(Self.name(entry))"
    guard try isPrivate(folder) else { throw .missing(.file, entry: entry) }
    // Non-blocking, because opening a FIFO without a writer would otherwise block.
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else {
      switch errno {
      case ENOENT: throw .missing(.file, entry: entry)
      case ELOOP: throw .special(path)
      default: throw .unreadable(path, .last)
      }
    }
    let file = FileDescriptor(number)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw .unreadable(path, .last) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .special(path) }
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw .open(path) }
    return try contents(file, path)
  }

  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    let folder = try usedFolder()
    let path = "\(folder)/\(Self.name(entry))"
    let home = tools.folders.home
    do throws(PrivateFolder.Error) { try PrivateFolder.checkMaking(folder, home: home) } catch { throw SecretStoreError(error) }
    _ = try isPrivate(folder)
    do throws(PrivateFolder.Error) { try PrivateFolder.make(folder, home: home) } catch { throw SecretStoreError(error) }
    Leftovers.sweep(folder)
    do throws(SystemError) {
      try octets.withOctets { (octets) throws(SystemError) in try AtomicFile.write(octets, to: path) }
    } catch {
      throw .unwritable(path, error)
    }
  }

  func remove(_ entry: String) throws(SecretStoreError) {
    let path = "\(try usedFolder())/\(Self.name(entry))"
    guard unlink(path) == 0 else { throw .unwritable(path, .last) }
  }

  /// Removes the temporary files of killed writers, which contain secrets.
  func sweep() {
    if let folder = try? usedFolder() { Leftovers.sweep(folder) }
  }

  /// Returns whether the folder exists. Throws if other users could read it, create files in it or replace it.
  private func isPrivate(_ folder: String) throws(SecretStoreError) -> Bool {
    let part: String?
    do throws(SystemError) { part = try TrustedPath.weakPart(of: folder) } catch { throw .unreadable(folder, error) }
    if let part, part != folder { throw .exposed(part) }
    do throws(PrivateFolder.Error) {
      return try PrivateFolder.check(folder, allowing: 0o700, followsLinks: false)
    } catch {
      throw SecretStoreError(error)
    }
  }

  private func contents(_ file: FileDescriptor, _ path: String) throws(SecretStoreError) -> Content {
    var isWhole = true
    let octets = try Secret(capacity: ToolResult.limit + 1) { (buffer) throws(SecretStoreError) in
      var count = 0
      while count < buffer.count {
        let got = Platform.read(file.number, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw .unreadable(path, .last) }
        if got == 0 { break }
        count += got
      }
      isWhole = count <= ToolResult.limit
      return count
    }
    return Content(octets: octets, isWhole: isWhole)
  }

  /// Returns the file name of the entry: all octets except for small letters, digits and a few others are written as %XX. So no
  /// entry is in another folder, and no two entries have the same name, even on a file system that ignores case. No name ends
  /// like the temporary files that `Leftovers` removes.
  private static func name(_ entry: String) -> String {
    let plain = Array("@+_-.".utf8)
    let last = entry.hasSuffix(".tmp") ? entry.utf8.count - 4 : 0
    return entry.utf8.enumerated().map { position, octet in
      // A dot at the beginning hides a file. The last one could be that of `.tmp`.
      let matters = octet == UInt8(ascii: ".") && (position == 0 || position == last)
      if (0x61...0x7a).contains(octet) || octet.isDigit || plain.contains(octet), !matters { return String(UnicodeScalar(octet)) }
      let digits = String(octet, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}
