// A configuration file of the user, which is replaced as a whole and never lost.

import Platform

/// A file as it was when it was read. If `path` is a symbolic link, as managers of dotfiles create them, the file that it
/// points to is replaced, and the link stays.
package struct UserFile: Sendable, Equatable {
  package let path: String
  /// The path of the file after all symbolic links.
  package let target: String
  /// `nil` if the file does not exist.
  package let octets: [UInt8]?
  /// The permission bits. Those of a new file if the file does not exist.
  package let mode: mode_t

  /// The reason why a file is not read or changed.
  package enum Error: Swift.Error, Equatable, Sendable {
    /// It is a directory, a device or a FIFO.
    case special
    /// It belongs to another user.
    case foreign
    /// The folder of the file belongs to another user.
    case foreignFolder
    case tooBig
    /// It was changed between reading and writing.
    case changed
    /// Another process holds the lock on its folder.
    case busy
    /// All names for a copy are in use.
    case tooManyCopies
    case system(SystemError)
  }

  /// The maximum size in octets. Configurations are written by hand.
  package static let limit = 1 << 20
  /// Copies have the endings `.bak`, `.bak.1` and so on, up to this number.
  package static let copies = 99

  /// Reads the file at `path`. Follows symbolic links. Does not throw if the file does not exist, but throws if a link points to
  /// nothing.
  package init(_ path: String) throws(Error) {
    self.path = path
    var status = stat()
    guard lstat(path, &status) == 0 else {
      // With ENOTDIR there is no file either, but it could not be created.
      guard errno == ENOENT else { throw .system(.last) }
      if let base = Owner.base(of: path), Owner.isAnother(of: base) { throw .foreignFolder }
      (target, octets, mode) = (path, nil, 0o600)
      return
    }
    guard let real = realpath(path, nil) else { throw .system(.last) }
    defer { free(real) }
    // Decoded in another way it would be the path of another file.
    guard let resolved = String(validatingCString: real) else { throw .system(SystemError(EILSEQ)) }
    target = resolved
    guard stat(target, &status) == 0 else { throw .system(.last) }
    guard status.st_uid == geteuid() else { throw .foreign }
    if Owner.isAnother(of: Self.folder(of: target)) { throw .foreignFolder }
    mode = status.st_mode & 0o777
    do throws(FileContents.Error) {
      octets = try FileContents.read(target, limit: Self.limit).octets
    } catch {
      switch error.reason {
      case .notRegular: throw .special
      case .tooBig: throw .tooBig
      case .system(let error): throw .system(error)
      }
    }
  }

  private var folder: String { Self.folder(of: target) }

  private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "." }

  /// Writes `new` beside the file, readable by this user alone, calls `look` with its path, and removes it.
  package func trial<Value, Refusal: Swift.Error>(
    _ new: [UInt8], _ look: (String) throws(Refusal) -> Value
  ) throws(Refusal) -> Result<Value, Error> {
    let path = Leftovers.name(beside: target, isTrial: true)
    // Also if writing fails, because it may fail after the file was created.
    defer { unlink(path) }
    let held: FileDescriptor
    do throws(SystemError) {
      held = try new.withUnsafeBufferPointer { (octets) throws(SystemError) in
        try AtomicFile.place(UnsafeRawBufferPointer(octets), at: path, mode: 0o600)
      }
    } catch {
      return .failure(.system(error))
    }
    defer { withExtendedLifetime(held) {} }
    return .success(try look(path))
  }

  /// Replaces the file by `new` with the permissions `mode`, or removes it if `new` is `nil`, under a lock on its folder. With
  /// `keepsOld`, copies the old contents beside it first. Returns the path of the copy, or `nil` if none was needed. If it
  /// throws, also because the file is not as it was read, nothing except for the copy has changed.
  package func replace(with new: [UInt8]?, mode: mode_t, keepsOld: Bool) throws(Error) -> String? {
    let lock = try lock()
    defer { lock.release() }
    guard try UserFile(path) == self else { throw .changed }
    let copy = keepsOld ? try copy() : nil
    if let new {
      do throws(SystemError) { try AtomicFile.write(new, to: target, mode: mode) } catch { throw .system(error) }
    } else {
      guard unlink(target) == 0 else { throw .system(.last) }
    }
    return copy
  }

  /// Locks the folder itself, which leaves no file behind.
  private func lock() throws(Error) -> FileLock {
    do throws(FileLock.Error) {
      return try FileLock(folder: folder, within: 10)
    } catch {
      switch error {
      case .busy: throw .busy
      case .system(let reason): throw .system(reason)
      }
    }
  }

  /// Copies the file under the first name that is not in use or already has the same contents. Older copies stay. Returns the
  /// path of the copy.
  private func copy() throws(Error) -> String? {
    guard let octets else { return nil }
    for number in 0...Self.copies {
      let name = "\(target).bak" + (number == 0 ? "" : ".\(number)")
      var status = stat()
      if lstat(name, &status) == 0 {
        // Only a copy that can be read and has the same contents makes another one unnecessary.
        if status.st_mode & S_IFMT == S_IFREG, let old = try? FileContents.read(name, limit: Self.limit), old.octets == octets {
          return name
        }
        continue
      }
      do throws(SystemError) { try AtomicFile.write(octets, to: name, mode: mode) } catch { throw .system(error) }
      return name
    }
    throw .tooManyCopies
  }
}
