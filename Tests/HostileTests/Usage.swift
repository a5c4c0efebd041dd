// The resources that this process uses.

import Platform
import Posix

enum Usage {
  /// Above any descriptor that this process can have.
  private static let numbers: Range<Int32> = 0..<4_096

  static func descriptors() -> Int { numbers.count { fcntl($0, F_GETFD) != -1 } }

  static var temporaryDirectory: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Returns 0 if the system does not tell.
  static func threads() -> Int {
    guard let directory = opendir("/proc/self/task") else { return 0 }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count
  }

  /// The largest resident size so far, in octets.
  static var peakMemory: Int {
    #if canImport(Darwin)
      usage.ru_maxrss
    #else
      usage.ru_maxrss * 1_024
    #endif
  }

  static var processorSeconds: Double {
    [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  private static var usage: rusage {
    var usage = rusage()
    // RUSAGE_SELF is 0 everywhere, but has different types.
    getrusage(0, &usage)
    return usage
  }

  /// Prevents descriptors of `count` or above while `body` runs.
  static func withDescriptors(below count: Int, _ body: () throws -> Void) throws {
    #if canImport(Glibc)
      try with(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), count, body)
    #else
      try with(RLIMIT_NOFILE, count, body)
    #endif
  }

  /// Prevents further threads and processes of this user while `body` runs.
  static func withoutNewThreads(_ body: () throws -> Void) throws {
    #if canImport(Glibc)
      try with(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), 0, body)
    #else
      try with(RLIMIT_NPROC, 0, body)
    #endif
  }

  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource_t
  #else
    private typealias Resource = Int32
  #endif

  private static func with(_ resource: Resource, _ count: Int, _ body: () throws -> Void) throws {
    var usual = rlimit()
    guard getrlimit(resource, &usual) == 0 else { throw SystemError.last }
    var low = rlimit(rlim_cur: rlim_t(count), rlim_max: usual.rlim_max)
    guard setrlimit(resource, &low) == 0 else { throw SystemError.last }
    defer { setrlimit(resource, &usual) }
    try body()
  }

  /// Restricts this process to one processor; returns `false` if the system cannot.
  static func useOneProcessor() -> Bool {
    // A GNU extension that the module does not declare.
    guard let address = dlsym(nil, "sched_setaffinity") else { return false }
    typealias Function = @convention(c) (pid_t, Int, UnsafeRawPointer) -> Int32
    var processors: UInt64 = 1
    return unsafeBitCast(address, to: Function.self)(0, MemoryLayout<UInt64>.size, &processors) == 0
  }

  /// Returns the lowest number that a new descriptor can have after all gaps were closed.
  static func closeGaps() -> Int {
    let highest = numbers.last { fcntl($0, F_GETFD) != -1 } ?? 0
    var number: Int32 = 0
    repeat { number = dup(0) } while number >= 0 && number < highest
    close(number)
    return Int(number)
  }
}
