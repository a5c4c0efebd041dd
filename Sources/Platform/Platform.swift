// All differences between the operating systems that the package supports, and nothing else.

import CResolv

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#elseif canImport(Darwin)
  @_exported import Darwin
#endif

/// Calls of the operating system that differ between platforms, or that a method would hide.
package enum Platform {
  /// Overwrites `buffer` with zeros. The compiler may not optimize the writes away.
  package static func wipe(_ buffer: UnsafeMutableRawBufferPointer) {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return }
    #if canImport(Darwin)
      _ = memset_s(start, buffer.count, 0, buffer.count)
    #else
      explicit_bzero(start, buffer.count)
    #endif
  }

  #if canImport(Glibc)
    /// The type of a TCP socket for socket(2).
    package static let streamSocket = Int32(SOCK_STREAM.rawValue)
    package static let tcp = Int32(IPPROTO_TCP)
    private static let coreLimit = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    /// EAI_NODATA and EAI_ADDRFAMILY of getaddrinfo(3). glibc declares them for GNU sources only.
    package static let nameWithoutAddress: Int32 = -5
    package static let nameWithoutFamily: Int32 = -9
  #else
    package static let nameWithoutAddress = EAI_NODATA
    package static let nameWithoutFamily = EAI_ADDRFAMILY
    package static let streamSocket = SOCK_STREAM
    package static let tcp = IPPROTO_TCP
    private static let coreLimit = RLIMIT_CORE
  #endif

  /// Disables core files for this process and its children: a core file would contain the secret.
  package static func forbidCoreFiles() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(coreLimit, &none)
  }

  /// Returns a TCP socket of `family` that is close-on-exec and non-blocking. On macOS, writing to it raises no
  /// SIGPIPE. Returns -1 and sets `errno` on failure.
  package static func makeSocket(_ family: Int32) -> Int32 {
    #if canImport(Darwin)
      let descriptor = socket(family, streamSocket, 0)
      guard descriptor >= 0 else { return -1 }
      var one: Int32 = 1
      _ = setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &one, socklen_t(MemoryLayout<Int32>.size))
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      return descriptor
    #else
      return socket(family, streamSocket | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    #endif
  }

  /// Returns the spelling of `name` for which getaddrinfo, called next on this thread, does not append the search
  /// domains of resolv.conf. With a search domain, the user's password could be sent to another organization's host.
  package static func absolute(_ name: String) -> String {
    #if canImport(Glibc)
      // A final dot would be simpler, but glibc also compares it with /etc/hosts and then finds no entry.
      _ = __res_ninit(__res_state())
      __res_state().pointee.options &= ~(UInt(RES_DNSRCH) | UInt(RES_DEFNAMES))
      return name
    #else
      return name + "."
    #endif
  }

  /// Asks the kernel to acknowledge received data immediately (TCP_QUICKACK; Linux only). A server that holds back its
  /// next line until the last one is acknowledged (Nagle) would otherwise wait 40 ms. Linux resets the option with
  /// every segment, so the caller has to set it again.
  package static func acknowledgeAtOnce(_ descriptor: Int32) {
    #if canImport(Glibc) || canImport(Musl)
      var one: Int32 = 1
      _ = setsockopt(descriptor, tcp, TCP_QUICKACK, &one, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  /// Returns the address 127.0.0.1 with `port`. On BSD systems, a socket address also contains its own length.
  package static func loopback4(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    #if canImport(Darwin)
      address.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
    #endif
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    return address
  }

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

  /// pipe(2), under a name that a method named `pipe` does not hide.
  package static func pipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 {
    #if canImport(Darwin)
      Darwin.pipe(ends)
    #elseif canImport(Musl)
      Musl.pipe(ends)
    #else
      Glibc.pipe(ends)
    #endif
  }

  /// connect(2), for the same reason.
  package static func connect(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    #if canImport(Darwin)
      Darwin.connect(socket, address, length)
    #elseif canImport(Musl)
      Musl.connect(socket, address, length)
    #else
      Glibc.connect(socket, address, length)
    #endif
  }

  /// read(2), for the same reason.
  package static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Glibc.read(descriptor, buffer, count)
    #endif
  }

  /// write(2), for the same reason.
  package static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer, count)
    #else
      Glibc.write(descriptor, buffer, count)
    #endif
  }

  /// Sets the signal to be ignored.
  package static func ignore(_ number: Int32) { _ = signal(number, SIG_IGN) }

  /// When the content of a file changed last.
  package static func modified(_ status: stat) -> (seconds: Int, nanoseconds: Int) {
    #if canImport(Darwin)
      (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #else
      (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #endif
  }

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

  /// The result of a DNS query.
  package enum Answer: Sendable {
    /// The records of the requested type.
    case records([Record])
    case noSuchName
    case noSuchRecord
    /// No name server answered, or the answer was an error.
    case failed
  }

  /// One record: its 16-bit numbers, and the name after them as text with escapes.
  package struct Record: Sendable {
    package let numbers: [UInt16]
    package let name: String
  }

  /// Queries the system's resolver for records of `type` at `name`, without search domains. Blocks until the resolver
  /// answers, so the caller has to run it on a thread of its own. `numbers` is how many 16-bit numbers come before the
  /// name in such a record: one in MX, three in SRV. The library checks every length. At most `limit` records are read.
  /// `server` is a name server instead of the system's, for tests.
  package static func ask(_ name: String, type: Int32, numbers: Int, limit: Int, at server: sockaddr_in? = nil) -> Answer {
    #if canImport(Glibc) || canImport(Musl)
      let state = UnsafeMutablePointer<__res_state>.allocate(capacity: 1)
      defer { state.deallocate() }
      memset(state, 0, MemoryLayout<__res_state>.size)
      guard __res_ninit(state) == 0 else { return .failed }
      defer { __res_nclose(state) }
      state.pointee.options &= ~(UInt(RES_DNSRCH) | UInt(RES_DEFNAMES))
      // Two attempts of three seconds. The caller's deadline ends the wait anyway, and the thread should end soon after
      // it.
      state.pointee.retrans = 3
      state.pointee.retry = 2
      if let server {
        state.pointee.nscount = 1
        state.pointee.nsaddr_list.0 = server
      }
      var message = [UInt8](repeating: 0, count: 65_536)
      let length = res_nquery(state, name, 1, type, &message, Int32(message.count))
      guard length > 0 else {
        switch state.pointee.res_h_errno {
        case HOST_NOT_FOUND: return .noSuchName
        case Int32(NO_DATA): return .noSuchRecord
        default: return .failed
        }
      }
      return records(message, Int(length), type, numbers, limit)
    #else
      // The resolver library of macOS has these functions under other names. This is untested there.
      return .failed
    #endif
  }

  #if canImport(Glibc) || canImport(Musl)
    private static func records(_ message: [UInt8], _ length: Int, _ type: Int32, _ numbers: Int, _ limit: Int) -> Answer {
      message.withUnsafeBufferPointer { octets in
        guard let start = octets.baseAddress, length <= octets.count else { return .failed }
        var parsed = ns_msg()
        guard ns_initparse(start, Int32(length), &parsed) == 0 else { return .failed }
        var records: [Record] = []
        // _counts.1 is the number of records in the answer section.
        for index in 0..<min(Int32(parsed._counts.1), Int32(limit)) {
          var record = ns_rr()
          guard ns_parserr(&parsed, ns_s_an, index, &record) == 0 else { return .failed }
          guard Int32(record.type) == type, let data = record.rdata, Int(record.rdlength) > numbers * 2 else { continue }
          let values = (0..<numbers).map { UInt16(data[$0 * 2]) << 8 | UInt16(data[$0 * 2 + 1]) }
          // NS_MAXDNAME: a name with all octets escaped.
          var name = [CChar](repeating: 0, count: 1_025)
          guard dn_expand(start, start + length, data + numbers * 2, &name, Int32(name.count)) >= 0 else { return .failed }
          let text = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
          records.append(Record(numbers: values, name: String(decoding: text, as: UTF8.self)))
        }
        return records.isEmpty ? .noSuchRecord : .records(records)
      }
    }
  #endif

  /// The program that opens an address in the user's browser. `needsDisplay` is true if it requires an environment with
  /// a graphical session: without one, xdg-open starts a browser in the terminal.
  package static var browser: (program: String, needsDisplay: Bool) {
    #if canImport(Darwin)
      ("open", false)
    #else
      ("xdg-open", true)
    #endif
  }

  /// The standard descriptors of a new process. It inherits those that are `nil`.
  package struct Streams {
    package var input: Int32?
    package var output: Int32?
    package var errors: Int32?
    package init(input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil) {
      (self.input, self.output, self.errors) = (input, output, errors)
    }
  }

  /// Starts `words[0]`, which is searched in PATH, with `words` as its argv (posix_spawnp). The child has the default
  /// action for SIGPIPE and blocks no signals. It inherits the environment except for `variables`, which are added or
  /// replaced. Without `streams` the child is detached from the terminal: its standard descriptors are /dev/null and it
  /// is in its own process group. Returns 0 or the error number.
  package static func spawn(
    _ process: UnsafeMutablePointer<pid_t>, _ words: [String], _ streams: Streams?, variables: [String: String] = [:]
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
    if let streams {
      for (number, ours) in [(0, streams.input), (1, streams.output), (2, streams.errors)] as [(Int32, Int32?)] {
        if let ours { posix_spawn_file_actions_adddup2(&actions, ours, number) }
      }
    } else {
      for number in Int32(0)...2 { posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0) }
      posix_spawnattr_setpgroup(&attributes, 0)
    }
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    sigaddset(&usual, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // The child must not inherit the signals that the calling thread blocks: it has to end when a signal asks for it.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let group = streams == nil ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    var kept: [UnsafeMutablePointer<CChar>?] = []
    var position = 0
    while let entry = environ[position] {
      position += 1
      // Omits variables that are replaced. The names are compared up to the equals sign.
      let length = strcspn(entry, "=")
      let isReplaced = variables.keys.contains { $0.utf8.count == length && strncmp($0, entry, length) == 0 }
      if !isReplaced { kept.append(entry) }
    }
    let own = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in arguments + own { free(text) } }
    var environment = kept + own + [nil]
    return posix_spawnp(process, words[0], &actions, &attributes, &arguments, &environment)
  }

  /// Returns `bytes` decoded from `charset` (a name for iconv). `nil` if they are not well-formed in it, if there are
  /// none, or if iconv does not know it.
  package static func decode(_ bytes: [UInt8], as charset: String) -> String? {
    guard !bytes.isEmpty, let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    // Four output octets for each input octet are the most that any of the supported charsets needs.
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    var source = bytes.map { CChar(bitPattern: $0) }
    let written = source.withUnsafeMutableBufferPointer { from -> Int? in
      output.withUnsafeMutableBufferPointer { to -> Int? in
        var (input, inputLeft) = (from.baseAddress, from.count)
        var (target, targetLeft) = (to.baseAddress, to.count)
        guard iconv(converter, &input, &inputLeft, &target, &targetLeft) != -1, inputLeft == 0 else { return nil }
        return to.count - targetLeft
      }
    }
    return written.flatMap { String(validating: output[..<$0].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
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
