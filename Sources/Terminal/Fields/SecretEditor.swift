// The editor of a secret: octets in memory that is wiped, never moved, and never becomes a `String`.

import Platform
import Vocabulary

/// A secret that the user is typing.
package final class SecretEditor {
  private let storage: UnsafeMutableRawBufferPointer
  private var count = 0
  /// Whether pasted text had a line end after its first character.
  package private(set) var hasInnerLineEnd = false

  /// Allocates room for 64 octets more than a secret may have (`Secret.limit`), so that the caller notices a secret
  /// that is too long.
  package init() {
    storage = .allocate(byteCount: Secret.limit + 64, alignment: 1)
    _ = mlock(storage.baseAddress, storage.count)
  }

  deinit {
    Platform.wipe(storage)
    storage.deallocate()
  }

  package var isEmpty: Bool { count == 0 }

  /// The number of UTF-8 characters. The prompt shows one mark for each.
  package var characters: Int { storage[..<count].reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) } }

  /// Applies an editing key. Returns `false` if the key has no meaning here or if there is no room.
  package func apply(_ key: Key) -> Bool {
    switch key {
    case .scalar(let scalar), .pasted(let scalar): return append(UTF8.encode(scalar).map { Array($0) } ?? [])
    case .octet(let octet), .pastedOctet(let octet): return append([octet])
    case .pastedLineEnd:
      // Line ends before the first character are a side effect of copying. A line end in the middle means that the user
      // copied too much.
      if count > 0 { hasInnerLineEnd = true }
      return true
    case .backspace, .control("h"):
      guard count > 0 else { return false }
      dropCharacter()
      return true
    case .control("u"):
      clear()
      return true
    case .control("w"):
      while storage[..<count].last == .space { dropCharacter() }
      while count > 0, storage[..<count].last != .space { dropCharacter() }
      return true
    case .enter, .tab, .backTab, .escape, .delete, .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .control, .function:
      return false
    }
  }

  /// Wipes what the user has typed.
  package func clear() {
    Platform.wipe(storage)
    (count, hasInnerLineEnd) = (0, false)
  }

  /// A copy of the typed octets, in memory of its own.
  package var secret: Secret { Secret(copying: UnsafeRawBufferPointer(rebasing: storage[..<count])) }

  private func append(_ octets: [UInt8]) -> Bool {
    guard count + octets.count <= storage.count else { return false }
    for octet in octets {
      storage[count] = octet
      count += 1
    }
    return true
  }

  private func dropCharacter() {
    var octet: UInt8
    repeat {
      count -= 1
      octet = storage[count]
      storage[count] = 0
    } while count > 0 && octet & 0xc0 == 0x80
    if count == 0 { clear() }
  }
}
