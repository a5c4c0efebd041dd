// A word of a line that the user can paste into a shell.

package enum ShellWord {
  /// Returns `word` in single quotes if it has characters that are special to the shell (POSIX shell, section 2.2.2),
  /// else unchanged.
  package static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { octet in
      octet.isDigit || (octet | 0x20 >= 0x61 && octet | 0x20 <= 0x7a) || "@%+=:,./_-".utf8.contains(octet)
    }
    return plain ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
