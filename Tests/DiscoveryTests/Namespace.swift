// A network namespace and mounts of the tests' own: the built program uses the system's resolver, which uses the tests'
// name server at port 53. Inside, no other computer is reachable.

import Platform
import Posix
import TestSupport
import Testing

enum Namespace {
  private static let marker = "SETUP_TESTS_IN_NAMESPACE"

  /// Whether this process runs inside the namespace.
  static let isInside = getenv(marker) != nil

  /// The command that runs its arguments in new namespaces: as root, or as a user who becomes root inside. It is `nil`
  /// if the system permits neither.
  static let entrance: [String]? = [["-nm"], ["-rnm"]].map { ["/usr/bin/unshare"] + $0 }.first { words in
    let call = ProcessCall(
      words[0], Array(words.dropFirst()) + ["/bin/sh", "-c", "mount --bind /dev/null /etc/resolv.conf"], environment: path)
    return (try? call.run().end) == .exited(0)
  }

  private static let path = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]

  /// Runs the tests of `suite`, which are enabled only inside, in a separate process.
  static func run(suite: String) throws -> ProcessResult {
    let folder = try ProcessFolder()
    let configuration = try folder.write("nameserver 127.0.0.1\nsearch evil.test\n".utf8, to: "resolv.conf", mode: 0o644)
    var tests = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard readlink("/proc/self/exe", &tests, tests.count - 1) > 0 else { throw SystemError.last }
    let words =
      try #require(entrance) + [
        "/bin/sh", "-c", "mount --bind \"$1\" /etc/resolv.conf && exec \"$2\" --testing-library swift-testing --filter \"$3\"", "sh",
        configuration,
        String(decoding: tests.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self), suite,
      ]
    let environment = ProcessBuilt.environment(path).merging([marker: "1"]) { $1 }
    return try ProcessCall(words[0], Array(words.dropFirst()), environment: environment).run(within: 420)
  }

  /// Activates the loopback interface: SIOCSIFFLAGS of netdevice(7) with IFF_UP, on a struct ifreq of 40 octets.
  static func raiseLoopback() throws {
    let socket = FileDescriptor(Platform.makeSocket(AF_INET))
    var request = [UInt8](repeating: 0, count: 40)
    request.replaceSubrange(0..<2, with: "lo".utf8)
    request[16] = 1
    guard ioctl(socket.number, 0x8914, &request) == 0 else { throw SystemError.last }
  }
}

@Suite(.enabled(if: Namespace.entrance != nil && !Namespace.isInside, "needs unshare(1) and the right to use it"), .waiting)
struct NamespaceTests {
  @Test func `The program uses the system's resolver as these tests require`() throws {
    let result = try Namespace.run(suite: "SystemResolverTests")
    #expect(result.end == .exited(0), "\(result.text)\n\(result.complaint)")
    // The run also succeeds if the filter matches no test.
    #expect(result.complaint.contains("Suite SystemResolverTests passed"), "\(result.complaint)")
  }
}
