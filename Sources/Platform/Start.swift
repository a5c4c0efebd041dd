// How this process came about.

import CStart

package enum Start {
  /// argv without the program's name, the octets of each word as they are.
  package static var arguments: [[UInt8]] {
    guard start_count() >= 0 else { return CommandLine.arguments.dropFirst().map { Array($0.utf8) } }
    return (0..<start_count()).dropFirst().map { index in
      guard let word = start_word(index) else { return [] }
      return UnsafeBufferPointer(start: word, count: strlen(word)).map { UInt8(bitPattern: $0) }
    }
  }

  /// Whether this process may do what its caller may not.
  package static var isPrivileged: Bool { start_is_privileged() != 0 }
}

extension Platform {
  /// Takes the variable `name` out of the environment: hands its value to `body`, then overwrites it where it stands, for
  /// /proc/PID/environ shows that place, and removes it. nil where there is none. Of several of the name the first counts,
  /// as for getenv(3), and all go.
  package static func withdraw<Result>(_ name: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    let result = getenv(name).map { body(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    var position = 0
    while let entry = environ[position] {
      position += 1
      let length = strcspn(entry, "=")
      guard length == name.utf8.count, entry[length] != 0, strncmp(name, entry, length) == 0 else { continue }
      let value = entry + length + 1
      wipe(UnsafeMutableRawBufferPointer(start: value, count: strlen(value)))
    }
    unsetenv(name)
    return result
  }
}
