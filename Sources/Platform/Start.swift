// How this process was started: its arguments, its privileges, secrets in its environment.

import CStart

/// The facts that CStart recorded at the start of the process.
package enum Start {
  /// The words of argv after the program's name. The octets of each word are unchanged.
  package static var arguments: [[UInt8]] {
    guard start_count() >= 0 else { return CommandLine.arguments.dropFirst().map { Array($0.utf8) } }
    return (0..<start_count()).dropFirst().map { index in
      guard let word = start_word(index) else { return [] }
      return UnsafeBufferPointer(start: word, count: strlen(word)).map { UInt8(bitPattern: $0) }
    }
  }

  /// Whether the system refuses this process the memory that a verification needs.
  package static var lacksMemory: Bool { start_lacks_memory() != 0 }

  /// Whether this process has privileges that its caller does not have.
  package static var isPrivileged: Bool { start_is_privileged() != 0 }
}

extension Platform {
  /// Removes the variable `name` from the environment. Passes its value to `body` and returns the result of `body`, or
  /// `nil` if there is no such variable. Then overwrites the value in place, because /proc/PID/environ shows that
  /// memory. If the name occurs several times, `body` receives the first value, as with getenv(3), and all of them are
  /// removed.
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
