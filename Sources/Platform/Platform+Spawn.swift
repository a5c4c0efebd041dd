// Starting another program with posix_spawn.

extension Platform {
  /// One standard descriptor of a new process.
  package enum Stream: Sendable {
    /// The descriptor that this process has.
    case inherited
    /// /dev/null.
    case null
    /// The open descriptor with this number.
    case descriptor(Int32)
  }

  /// The three standard descriptors of a new process.
  package struct Streams: Sendable {
    fileprivate let all: [Stream]

    package init(input: Stream, output: Stream, errors: Stream) { all = [input, output, errors] }
  }

  /// The environment variables of a new process.
  package enum Variables: Sendable {
    /// The variables that this process has, except for these, which are added or replaced.
    case inherited(except: [String: String])
    /// These alone.
    case exactly([String: String])
  }

  /// Starts `words[0]`, which is searched in PATH, with `words` as its argv (posix_spawnp). It inherits no variable whose
  /// name begins with `ownPrefix`. The child has the default action for SIGPIPE and SIGXFSZ and blocks no signals. With
  /// `ownGroup` it is in its own process group, so that the caller can end it together with all processes that it starts.
  /// Returns 0 or the error number.
  package static func spawn(
    _ process: UnsafeMutablePointer<pid_t>, _ words: [String], _ streams: Streams, _ variables: Variables, ownPrefix: String,
    ownGroup: Bool
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
    for (number, stream) in streams.all.enumerated() {
      switch stream {
      case .inherited: break
      case .null: posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
      case .descriptor(let ours): posix_spawn_file_actions_adddup2(&actions, ours, Int32(number))
      }
    }
    var (usual, none) = (sigset_t(), sigset_t())
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    sigaddset(&usual, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // The child must not inherit the signals that the calling thread blocks: it has to end when a signal asks for it.
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    let group = ownGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let (kept, own) = entries(variables, without: ownPrefix)
    defer { for text in arguments + own { free(text) } }
    var environment = kept + own + [nil]
    return posix_spawnp(process, words[0], &actions, &attributes, &arguments, &environment)
  }

  /// The entries of the environment that belong to this process, and new ones, which the caller has to free. The former
  /// are not copied: their values need not be UTF-8.
  private static func entries(
    _ variables: Variables, without ownPrefix: String
  ) -> (kept: [UnsafeMutablePointer<CChar>?], own: [UnsafeMutablePointer<CChar>?]) {
    switch variables {
    case .exactly(let own): return ([], own.map { strdup("\($0.key)=\($0.value)") })
    case .inherited(let changes):
      var kept: [UnsafeMutablePointer<CChar>?] = []
      var position = 0
      while let entry = environ[position] {
        position += 1
        // The names are compared up to the equals sign.
        let length = strcspn(entry, "=")
        let isReplaced = changes.keys.contains { $0.utf8.count == length && strncmp($0, entry, length) == 0 }
        if !isReplaced, strncmp(ownPrefix, entry, ownPrefix.utf8.count) != 0 { kept.append(entry) }
      }
      return (kept, changes.map { strdup("\($0.key)=\($0.value)") })
    }
  }
}
