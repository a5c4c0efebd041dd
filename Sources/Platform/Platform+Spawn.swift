// Starts a program to read its output, with a chosen environment; and the path of this program.

import CStart

extension Platform {
  /// Starts `words[0]`, which is searched in PATH, with `words` as its argv (posix_spawnp). The child is in its own
  /// process group, has exactly `environment` (`NAME=value`), the default action for SIGPIPE, and blocks no signals.
  /// Its standard input is /dev/null; its standard output and standard error are `output` and `errors`. Returns 0 or
  /// the error number.
  package static func ask(
    _ process: UnsafeMutablePointer<pid_t>, _ words: [String], environment: [String], output: Int32, errors: Int32
  ) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var (usual, none) = (sigset_t(), sigset_t())
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    sigaddset(&usual, SIGXFSZ)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setsigmask(&attributes, &none)
    // The caller can then end the child together with all processes that the child has started.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    return posix_spawnp(process, words[0], &actions, &attributes, &arguments, &variables)
  }

  /// The path of the running program. `nil` if the system does not provide it.
  package static var ownPath: String? {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0, let path = realpath(buffer, nil) else { return nil }
    #else
      // Where /proc is hidden, the path it was called by leads there as long as the current folder is that of the start.
      guard let path = realpath("/proc/self/exe", nil) ?? start_file().flatMap({ realpath($0, nil) }) else { return nil }
    #endif
    defer { free(path) }
    return String(validatingCString: path)
  }
}
