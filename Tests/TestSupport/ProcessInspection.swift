// What other users of the computer can read about a running process in Linux's /proc.

import Platform

/// Reads /proc.
package enum ProcessInspection {
  /// Returns argv and the environment of a process and of all its descendants, with names. Empty if there is no /proc.
  package static func open(_ process: pid_t) -> [(name: String, octets: [UInt8])] {
    ([process] + descendants(of: process)).flatMap { number in
      ["cmdline", "environ"].compactMap { file in
        ProcessFolder.read("/proc/\(number)/\(file)").map { ("\(file) of process \(number)", $0) }
      }
    }
  }

  /// Returns the soft and the hard limit on core files of a process, in the words of /proc.
  package static func coreLimit(_ process: pid_t) -> String? {
    let limits = ProcessFolder.read("/proc/\(process)/limits").map { String(decoding: $0, as: UTF8.self) }
    return limits?.split(separator: "\n").first { $0.hasPrefix("Max core file size") }.map {
      $0.dropFirst("Max core file size".count).split(separator: " ").prefix(2).joined(separator: " ")
    }
  }

  /// Returns whether the process has a handler for a signal.
  package static func catches(_ signal: Int32, _ process: pid_t) -> Bool {
    let status = ProcessFolder.read("/proc/\(process)/status").map { String(decoding: $0, as: UTF8.self) }
    guard let line = status?.split(separator: "\n").first(where: { $0.hasPrefix("SigCgt:") }),
      let mask = UInt64(line.dropFirst("SigCgt:".count).drop { $0 == "\t" || $0 == " " }, radix: 16)
    else { return false }
    return mask >> UInt64(signal - 1) & 1 == 1
  }

  /// Returns whether a signal has stopped the process.
  package static func isStopped(_ process: pid_t) -> Bool { status(process)?.state == "T" }

  private static func descendants(of process: pid_t) -> [pid_t] {
    guard let directory = opendir("/proc") else { return [] }
    defer { closedir(directory) }
    var parents: [pid_t: pid_t] = [:]
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if let number = pid_t(name), let status = status(number) { parents[number] = status.parent }
    }
    var (found, last): ([pid_t], Set<pid_t>) = ([], [process])
    while !last.isEmpty {
      last = Set(parents.filter { last.contains($0.value) && !found.contains($0.key) }.keys)
      found += last
    }
    return found
  }

  private static func status(_ process: pid_t) -> (state: String, parent: pid_t)? {
    guard let octets = ProcessFolder.read("/proc/\(process)/stat") else { return nil }
    // The name in parentheses may contain any characters. The state and the parent follow it.
    let text = String(decoding: octets, as: UTF8.self)
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 1, let parent = pid_t(fields[1]) else { return nil }
    return (String(fields[0]), parent)
  }
}
