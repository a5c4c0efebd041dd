// Starts a program with exactly the descriptors, the environment and the terminal that a test specifies.

import Platform

/// A descriptor of the new process.
enum ProcessStream {
  /// A copy of a descriptor of this process.
  case descriptor(Int32)
  case path(String, flags: Int32)
  case closed
}

/// A process to be started in a new session. Without `terminal` it has no controlling terminal, so that a test never
/// uses the developer's terminal. Else `terminal` is the path of its controlling terminal.
struct ProcessSpawn {
  /// argv, which may have any octets except NUL.
  var words: [[UInt8]]
  var environment: [String: String]
  var streams: [Int32: ProcessStream]
  var terminal: String?
  var blockedSignals: [Int32] = []

  /// Descriptors below this number are closed in the child unless they are in `streams`. Descriptors of this process
  /// are first copied above it.
  private static let ceiling: Int32 = 512

  /// Starts `words[0]`, which is a path. Throws the system's reason.
  func start() throws(ProcessFailure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let newSession = Int16(POSIX_SPAWN_SETSID)
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      // POSIX_SPAWN_SETSID, which glibc declares only with _GNU_SOURCE.
      let newSession: Int16 = 0x80
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if let terminal {
      // The first terminal that the leader of a session opens becomes its controlling terminal.
      posix_spawn_file_actions_addopen(&actions, Self.ceiling - 1, terminal, O_RDWR, 0)
    }
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    for number in 0..<Self.ceiling {
      switch streams[number] {
      case .descriptor(let ours):
        let copy = fcntl(ours, F_DUPFD_CLOEXEC, Self.ceiling)
        guard copy >= 0 else { throw .system("copying descriptor \(ours)") }
        copies.append(copy)
        posix_spawn_file_actions_adddup2(&actions, copy, number)
      case .path(let path, let flags): posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
      case .closed, nil: posix_spawn_file_actions_addclose(&actions, number)
      }
    }
    // A test runner may have blocked or ignored signals.
    var (usual, blocked) = (sigset_t(), sigset_t())
    sigfillset(&usual)
    sigemptyset(&blocked)
    for signal in blockedSignals { sigaddset(&blocked, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | newSession)
    return try spawn(&actions, &attributes)
  }

  private func spawn(
    _ actions: UnsafePointer<posix_spawn_file_actions_t>, _ attributes: UnsafePointer<posix_spawnattr_t>
  ) throws(ProcessFailure) -> pid_t {
    var argv = words.map { Self.cString($0) } + [nil]
    var envp = environment.map { Self.cString(Array("\($0.key)=\($0.value)".utf8)) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, String(decoding: words[0], as: UTF8.self), actions, attributes, &argv, &envp)
    guard failure == 0 else { throw ProcessFailure("starting \(words[0].count) octets of path: \(String(cString: strerror(failure)))") }
    return process
  }

  private static func cString(_ octets: [UInt8]) -> UnsafeMutablePointer<CChar>? {
    (octets.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { strdup($0.baseAddress!) }
  }
}

/// An error of running a process, as opposed to the result that a test checks.
package struct ProcessFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }

  /// Returns the error of a failed system call.
  static func system(_ step: String) -> ProcessFailure { ProcessFailure("\(step): \(String(cString: strerror(errno)))") }
}
