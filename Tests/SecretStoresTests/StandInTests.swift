// The gopass of gopass.pw and the keychain of macOS, which are not on the test machines. Stubs accept only the calls in
// their manuals; the real programs were not tried.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("keyrings according to their manuals", .waiting) struct StandInTests {
  private let entry = "me@example.org"

  /// gopass 1.15, according to `gopass help insert`, `show`, `ls` and `rm`.
  private func gopass(_ change: String = "") throws -> Home {
    let home = try Home()
    try home.pretend(
      "gopass",
      """
      printf '%s\\n' "$*" >> "$HOME/calls"
      \(change)
      case "$*" in
        --version) echo "gopass 1.15.5 go1.20 linux amd64";;
        "ls --flat") ;;
        "ls --flat mail/"*) [ -e "$HOME/kept" ] && echo "$3";;
        "insert -m -f mail/\(entry)") cat > "$HOME/kept";;
        "show -f -n mail/\(entry)") cat "$HOME/kept";;
        "rm -f mail/\(entry)") rm "$HOME/kept";;
        *) echo "unknown call" >&2; exit 64;;
      esac
      """)
    return home
  }

  @Test("gopass: every secret, read back unchanged", arguments: HostileSecret.octets) func gopass(_ octets: [UInt8]) throws {
    let home = try gopass()
    #expect(home.keeper().available() == [.gopass, .file])
    #expect(throws: SecretStoreError.missing(.gopass, entry: "mail/\(entry)")) { try home.keeper().read(.gopass, entry: entry) }
    try home.keeper().keep(Secret(copying: octets), in: .gopass, entry: entry)
    #expect(try home.keeper().read(.gopass, entry: entry).octets == octets)
    try home.keeper().forget(.gopass, entry: entry, stamp: nil)
    #expect(home.read("kept") == nil)
    // Not in its arguments.
    if octets.count > 12 { #expect(try #require(ProcessFolder.read("\(home.path)/calls")).firstRange(of: octets) == nil) }
  }

  @Test("gopass without a store, and the unrelated program of that name")
  func notGopass() throws {
    let bare = try gopass("case \"$*\" in ls*) echo 'not initialized' >&2; exit 10;; esac")
    #expect(throws: SecretStoreError.notReady(.gopass)) { try bare.keeper().check(.gopass) }
    let other = try gopass("echo 'Error: flag provided but not defined: -version.'; exit 0")
    #expect(throws: SecretStoreError.notInstalled(.gopass)) { try other.keeper().check(.gopass) }
    #expect(other.keeper().available() == [.file])
  }

  /// security(1): commands on standard input are split as SecurityTool's split_line does it, and output is formatted as
  /// its print_buffer does it. In Python, which reads octets.
  private func keychain(_ change: String = "") throws -> Home {
    let home = try Home()
    try home.pretend(
      "security",
      """
      printf '%s\\n' "$*" >> "$HOME/calls"
      \(change)
      exec python3 -c '
      import os, sys
      kept = os.environ["HOME"] + "/kept"
      words = [os.fsencode(w) for w in sys.argv[1:]]
      if words == [b"-i"]:
          for line in sys.stdin.buffer.read().split(b"\\n"):
              args, arg, state, quote = [], b"", "skip", 0
              for c in line:
                  if state == "skip":
                      if c in b" \\t": continue
                      state = "quoted" if c in (34, 39) else "read"
                      arg = b""
                      if state == "quoted":
                          quote = c
                          continue
                  if state in ("quoted escaped", "read escaped"):
                      arg += bytes([c]); state = state.split()[0]
                  elif c == 92: state += " escaped"
                  elif state == "quoted" and c == quote or state == "read" and c in b" \\t": args.append(arg); state = "skip"
                  else: arg += bytes([c])
              if state != "skip": args.append(arg)
              if not args: continue
              if args[:6] != [b"add-generic-password", b"-U", b"-s", b"mailsetup", b"-a", b"\(entry)"] or args[6] != b"-w" or len(args) != 8: sys.exit(2)
              open(kept, "wb").write(args[7])
      elif words == [b"find-generic-password", b"-s", b"mailsetup", b"-a", b"\(entry)", b"-g"]:
          if not os.path.exists(kept):
              sys.stderr.write("security: SecKeychainSearchCopyNext: The specified item could not be found in the keychain.\\n")
              sys.exit(44)
          value = open(kept, "rb").read()
          plain = [32 <= c < 127 and c != 92 for c in value]
          out = b"password: "
          if not all(plain): out += b"0x" + value.hex().upper().encode() + b"  "
          if any(plain): out += b"\\"" + b"".join(bytes([c]) if p else b"\\\\%03o" % c for c, p in zip(value, plain)) + b"\\""
          print("keychain: \\"/Users/me/Library/Keychains/login.keychain-db\\"")
          sys.stderr.buffer.write(out + b"\\n")
      elif words == [b"delete-generic-password", b"-s", b"mailsetup", b"-a", b"\(entry)"]: os.remove(kept)
      else: sys.exit(2)
      ' "$@"
      """)
    return home
  }

  @Test("the keychain: every secret, read back unchanged", arguments: HostileSecret.octets) func keychain(_ octets: [UInt8]) throws {
    let home = try keychain()
    #expect(throws: SecretStoreError.missing(.keychain, entry: entry)) { try home.keeper().read(.keychain, entry: entry) }
    try home.keeper().keep(Secret(copying: octets), in: .keychain, entry: entry)
    #expect(try home.keeper().read(.keychain, entry: entry).octets == octets)
    try home.keeper().forget(.keychain, entry: entry, stamp: nil)
    #expect(home.read("kept") == nil)
    if octets.count > 12 { #expect(try #require(ProcessFolder.read("\(home.path)/calls")).firstRange(of: octets) == nil) }
  }

  @Test("a keychain that is locked, one that fails, one that shows nothing")
  func badKeychain() throws {
    let cases: [(String, SecretStoreError)] = [
      ("exit 36", .locked(.keychain)), ("echo 'password: \"abcdefgh\"' >&2; exit 1", .failed(.keychain, status: 1, said: nil)),
      ("echo no >&2; exit 0", .unusable(.keychain, .empty)), ("echo 'password: 0xZZ' >&2; exit 0", .unusable(.keychain, .empty)),
      ("echo 'password: ' >&2; exit 0", .unusable(.keychain, .empty)), ("echo 'password: \"\"' >&2; exit 0", .unusable(.keychain, .empty)),
    ]
    for (script, fault) in cases {
      let home = try keychain(script)
      #expect(throws: fault, "\(script)") { try home.keeper().read(.keychain, entry: entry) }
    }
  }
}
