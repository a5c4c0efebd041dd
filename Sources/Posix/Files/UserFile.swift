// A configuration file that belongs to a person: read with care, replaced as a whole, never lost.

import Platform

/// A file as it was when it was read. `path` is the name it goes by; what is replaced is the file that a symbolic link
/// leads to, as managers of dotfiles make them: the link stays.
package struct UserFile: Sendable, Equatable {
  package let path: String
  /// Where the octets really are.
  package let target: String
  /// nil where there is no file yet.
  package let octets: [UInt8]?
  /// The permission bits; those of a new file where there is none.
  package let mode: mode_t

  /// Why a file is left alone.
  package enum Fault: Error, Equatable, Sendable {
    /// A directory, a device, a FIFO.
    case special
    /// It belongs to another user.
    case foreign
    /// The folder it is in, or would be made in, belongs to another user.
    case foreignFolder
    case tooBig
    /// Somebody changed it between reading and writing.
    case changed
    /// Somebody else holds the lock on its folder.
    case busy
    /// All names for a copy are taken.
    case tooManyCopies
    case system(SystemError)
  }

  /// The most octets such a file may have: configurations are written by hand.
  package static let limit = 1 << 20
  /// Copies are kept as `.bak`, `.bak.1` and so on up to this.
  package static let copies = 99

  /// Reads the file at `path`, through symbolic links. A file that is not there is no fault; a link that leads nowhere is.
  package init(_ path: String) throws(Fault) {
    self.path = path
    var status = stat()
    guard lstat(path, &status) == 0 else {
      // ENOTDIR is no file either, but none that could be made.
      guard errno == ENOENT else { throw .system(.last) }
      if let base = Owner.base(of: path), Owner.isAnother(of: base) { throw .foreignFolder }
      (target, octets, mode) = (path, nil, 0o600)
      return
    }
    guard let real = realpath(path, nil) else { throw .system(.last) }
    defer { free(real) }
    // Read as something else it would be another file.
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

  /// Writes `new` beside the file, for its owner alone, has `look` look at it there, and takes it away again.
  package func trial<Value, Refusal: Error>(
    _ new: [UInt8], _ look: (String) throws(Refusal) -> Value
  ) throws(Refusal) -> Result<Value, Fault> {
    let path = Leftovers.name(beside: target, isTrial: true)
    // Also where the writing fails: it may do so when the file is there already.
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

  /// Puts `new` in the file's place with this mode, or takes the file away where that is nil, under a lock on its folder.
  /// With `keepsOld` what was in it is copied beside it first; gives the path of that copy, nil where none was needed. On a
  /// fault, also that of a file which is no longer as it was read, nothing has changed but for a copy.
  package func replace(with new: [UInt8]?, mode: mode_t, keepsOld: Bool) throws(Fault) -> String? {
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
  private func lock() throws(Fault) -> FileLock {
    do throws(FileLock.Error) {
      return try FileLock(folder: folder, within: 10)
    } catch {
      switch error {
      case .busy: throw .busy
      case .system(let reason): throw .system(reason)
      }
    }
  }

  /// A copy of the file as it is, under the first name that is free or holds just that already. An older copy stays.
  private func copy() throws(Fault) -> String? {
    guard let octets else { return nil }
    for number in 0...Self.copies {
      let name = "\(target).bak" + (number == 0 ? "" : ".\(number)")
      var status = stat()
      if lstat(name, &status) == 0 {
        // Only a copy that can be read and is the same saves making another.
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
