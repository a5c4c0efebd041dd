// Stubs that behave as pass(1) and secret-tool(1) were observed to, without encryption and without a bus: a thousand
// calls take seconds.

import AccountStore
import Foundation
import Platform
import TestSupport
import Testing

extension Home {
  /// pass 1.7.4: one file per entry. `show` and `insert -m` preserve every octet; `rm` of a missing entry fails.
  func pretendPass(_ change: String = "") throws {
    for folder in [".password-store", ".password-store/mail"] { mkdir("\(path)/\(folder)", 0o700) }
    try "x".write(toFile: "\(path)/.password-store/.gpg-id", atomically: true, encoding: .utf8)
    try pretend(
      "pass",
      """
      for last; do :; done
      file="$HOME/.password-store/$last.gpg"
      work() {
        case $1 in
          show) [ -e "$file" ] || exit 1; cat "$file";;
          insert) cat > "$file";;
          rm) [ -e "$file" ] || exit 1; rm "$file";;
          *) exit 64;;
        esac
      }
      \(change)
      work "$1"
      """)
  }

  /// secret-tool 0.20.5 with GNOME Keyring 42.1: an item matches if it has all requested attributes, and perhaps more.
  /// `store` replaces the first match, `clear` removes all matches. Octets beyond 8,192 are lost.
  func pretendSecretTool() throws {
    mkdir("\(path)/items", 0o700)
    try pretend(
      "secret-tool",
      """
      verb=$1; shift
      while :; do case $1 in --) shift; break;; --*) shift;; *) break;; esac; done
      cd "$HOME/items" || exit 1
      # Only builtins: tests call this thousands of times.
      newline='
      '
      wanted=
      while [ $# -gt 0 ]; do wanted="$wanted${wanted:+$newline}attribute.$1 = $2"; shift 2; done
      found= first=
      for file in *.attributes; do
        [ -e "$file" ] || continue
        has=$newline
        while read -r line; do has="$has$line$newline"; done < "$file"
        fits=yes
        while read -r line; do case $has in *"$newline$line$newline"*) ;; *) fits=;; esac; done <<WANTED
      $wanted
      WANTED
        [ -n "$fits" ] || continue
        found="$found ${file%.attributes}"
        first=${first:-${file%.attributes}}
      done
      case $verb in
        search) for item in $found; do echo "[/$item]"; printf 'secret = '; cat "$item.value"; echo; cat "$item.attributes" >&2; done;;
        lookup) [ -n "$first" ] || exit 1; cat "$first.value";;
        clear) [ -n "$first" ] || exit 1; for item in $found; do rm "$item.attributes" "$item.value"; done;;
        store)
          item=${first:-$$}
          head -c 8192 > "$item.value"
          echo "$wanted" > "$item.attributes";;
        *) exit 64;;
      esac
      """)
  }
}

extension Home {
  /// Writes the entry of the address without the program.
  func put(_ content: String, _ keyring: Keyring) throws {
    switch keyring {
    // The gopass stub uses the files of pass, and accepts a secret only from a terminal.
    case .pass, .gopass: try run("env", ["pass", "insert", "-m", "-f", "mail/\(Home.address)"], input: .text(content))
    case .secretService: try run("env", ["secret-tool", "store", "--label=x"] + Self.attributes, input: .text(content))
    case .file, .keychain:
      try FileManager.default.createDirectory(
        atPath: (entryFile as NSString).deletingLastPathComponent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
      )
      try Data(content.utf8).write(to: URL(fileURLWithPath: entryFile))
      chmod(entryFile, 0o600)
    }
  }

  /// The entry's content; empty if there is no entry.
  func found(_ keyring: Keyring) throws -> [UInt8] {
    switch keyring {
    case .pass, .gopass: try run("env", ["pass", "show", "mail/\(Home.address)"]).output
    case .secretService: try run("env", ["secret-tool", "lookup"] + Self.attributes).output
    case .file, .keychain: ProcessFolder.read(entryFile) ?? []
    }
  }

  private static let attributes = ["--", "service", "mailsetup", "account", address]
  private var entryFile: String { "\(path)/.local/share/mail-setup/secrets/\(Home.address)" }
}
