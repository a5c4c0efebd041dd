// Signals and their actions.

extension Platform {
  /// Installs `handler` for `signal`. With `once`, the default action is restored before the handler runs, so that a
  /// second signal ends the process in any state.
  package static func handle(_ signal: Int32, once: Bool, with handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    // No SA_RESTART: a blocked poll has to return. SA_RESETHAND is the sign bit on Linux and imports as UInt32 there.
    action.sa_flags = once ? Int32(truncatingIfNeeded: SA_RESETHAND) : 0
    sigaction(signal, &action, nil)
  }

  /// Sets the signal to be ignored.
  package static func ignore(_ number: Int32) { _ = signal(number, SIG_IGN) }

  package static func restoreDefault(_ number: Int32) { _ = signal(number, SIG_DFL) }

  /// Returns whether the signal is ignored.
  package static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      return unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #else
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #endif
  }
}
