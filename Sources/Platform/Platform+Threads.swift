// Threads.

extension Platform {
  /// Runs `body` with `argument` on a new detached thread. Returns 0 or the error number of pthread_create(3).
  package static func startDetachedThread(
    _ argument: UnsafeMutableRawPointer, _ body: @escaping @convention(c) (UnsafeMutableRawPointer) -> Void
  ) -> Int32 {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let start = ThreadStart(body: body, argument: argument)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let box = Unmanaged.passRetained(start)
    let failure = pthread_create(
      &thread, &attributes,
      { pointer in
        #if canImport(Darwin)
          let start = Unmanaged<ThreadStart>.fromOpaque(pointer).takeRetainedValue()
        #else
          guard let pointer else { return nil }
          let start = Unmanaged<ThreadStart>.fromOpaque(pointer).takeRetainedValue()
        #endif
        start.body(start.argument)
        return nil
      }, box.toOpaque())
    if failure != 0 { box.release() }
    return failure
  }
}

/// The work of one new thread.
private final class ThreadStart {
  let body: @convention(c) (UnsafeMutableRawPointer) -> Void
  let argument: UnsafeMutableRawPointer

  init(body: @escaping @convention(c) (UnsafeMutableRawPointer) -> Void, argument: UnsafeMutableRawPointer) {
    self.body = body
    self.argument = argument
  }
}
