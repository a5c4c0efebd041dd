// The shell process that starts the servers, and ends them when the test is done or has died.

import Foundation

/// A child process that outlives the test process to clean up after it.
///
/// The test process has one end of a socket, and the supervisor reads from the other. Each line is a command to run in
/// the background. When the test process ends, for whatever reason, SIGKILL included, the kernel closes its end. The
/// supervisor then ends the servers and removes the directory. PR_SET_PDEATHSIG in the servers would not work: it
/// depends on the thread that started the child, and the threads of a Swift program come and go.
struct Supervisor: Sendable {
  private static let script = """
    root=$1
    pids=
    finish() {
      trap '' HUP INT TERM
      # Nothing is worth an orderly end, for which Dovecot takes a second; and no worker leaves its master's group.
      # The second kill is for one that has not got as far as making its group.
      for pid in $pids; do kill -s KILL -- "-$pid"; kill -s KILL "$pid"; done
      wait
      # A worker on the point of dying may have made a file meanwhile.
      tries=0
      until rm -rf "$root" || [ $tries -ge 200 ]; do sleep 0.01; tries=$((tries + 1)); done
    } 2>/dev/null
    trap finish EXIT
    trap exit HUP INT TERM
    # The test may die before it reads an answer.
    trap : PIPE
    while IFS= read -r command; do
      setsid sh -c "exec $command" </dev/null >>"$root/console" 2>&1 &
      pids="$pids $!"
      echo $!
    done
    """

  private let socket: Int32
  private let process: pid_t
  private let console: String

  /// Starts a supervisor that removes the directory when it ends.
  init(directory: String) throws {
    console = directory + "/console"
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw StartFailure.system("socketpair")
    }
    defer { close(ends[1]) }
    do {
      // In a new session, so that a signal for the test's terminal or process group does not reach it.
      let arguments = [Installed.shell, "-c", Self.script, "supervisor", directory]
      process = try spawn(Installed.setsid, arguments, input: ends[1], output: ends[1], errors: ends[1])
    } catch {
      close(ends[0])
      throw error
    }
    socket = ends[0]
  }

  /// Runs a command in a new process group. Returns the id of the group, which is also the id of the process.
  func start(_ command: String) throws -> pid_t {
    let line = Array((command + "\n").utf8)
    // Not write(2): if the supervisor was killed, this must fail with an error, not with SIGPIPE.
    guard send(socket, line, line.count, Int32(MSG_NOSIGNAL)) == line.count else { throw StartFailure.system("the supervisor") }
    var reply = ""
    while !reply.hasSuffix("\n") {
      var byte: UInt8 = 0
      guard recv(socket, &byte, 1, 0) == 1 else { throw StartFailure("the supervisor is gone: \(reply)") }
      reply.unicodeScalars.append(Unicode.Scalar(byte))
    }
    guard let group = pid_t(reply.dropLast()) else { throw StartFailure("the supervisor said: \(reply)") }
    return group
  }

  /// Ends all servers and waits until the directory is removed.
  func stop() {
    close(socket)
    wait(for: process)
  }

  /// The output of the servers outside their logs.
  var printed: String { read(console) }
}
