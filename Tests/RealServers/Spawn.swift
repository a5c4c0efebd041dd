// Starts a child process that inherits only the three standard descriptors.

import Foundation

/// Starts a program with these standard descriptors and returns its process id.
///
/// Foundation's Process is not used. It passes the child a descriptor and regards its closing as the child's end, but a
/// server's workers would keep that descriptor open.
func spawn(_ program: String, _ arguments: [String], input: Int32, output: Int32, errors: Int32) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (target, source) in [input, output, errors].enumerated() {
    posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
  }
  // When a test closes one of its connections, no copy of it may stay open in the child.
  for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
    if let descriptor = Int32(name), descriptor > 2 { posix_spawn_file_actions_addclose(&actions, descriptor) }
  }

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  var all = sigset_t()
  sigfillset(&all)
  // A test runner may have blocked or ignored signals that the servers need.
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

  // Only the necessary variables: MAIL_CONFIG or DOVECOT_ variables of the caller must not reach the servers.
  let environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]
  var argv = ([program] + arguments).map { strdup($0) } + [nil]
  var envp = environment.map { strdup($0) } + [nil]
  defer { for text in argv + envp { free(text) } }
  var pid: pid_t = 0
  let failure = posix_spawn(&pid, program, &actions, &attributes, &argv, &envp)
  guard failure == 0 else { throw StartFailure("starting \(program): \(String(cString: strerror(failure)))") }
  return pid
}

/// Waits until a child ends. Returns its exit code, or `nil` if a signal ended it.
@discardableResult
func wait(for child: pid_t) -> Int32? {
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0 {
    guard errno == EINTR else { return nil }
  }
  return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
}

/// Runs a program until it ends. Its output is written to a file and, if it fails, becomes part of the error.
func run(_ program: String, _ arguments: [String], output: String) throws {
  let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
  defer { close(nothing) }
  let file = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw StartFailure.system("opening \(output)") }
  defer { close(file) }
  let child = try spawn(program, arguments, input: nothing, output: file, errors: file)
  guard wait(for: child) == 0 else {
    throw StartFailure("\(program) \(arguments.joined(separator: " ")) failed:\n\(read(output))")
  }
}
