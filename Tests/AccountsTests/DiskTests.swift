// A full disk and a read-only one, mounted where only the program under test sees them.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("Disks that refuse", .enabled(if: Equipment.mounting != nil, "needs unshare(1) and the right to use it")) struct DiskTests {
  private let home: Home
  private let old: [UInt8]

  init() throws {
    home = try Home()
    try home.save([try .sample("a"), try .sample("b")])
    old = try #require(home.octets)
  }

  /// Runs `script` in its own mount namespace; `$1` is the program, `$2` the folder of accounts.json.
  private func inside(_ script: String) throws -> ProcessResult {
    let words = try #require(Equipment.mounting) + ["/bin/sh", "-e", "-c", script, "sh", try ProcessBuilt.setup.get(), home.folder]
    let environment = ProcessBuilt.environment(home.environment).merging(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { $1 }
    return try ProcessCall(words[0], Array(words.dropFirst()), environment: environment).run()
  }

  /// Changes an account, then prints the exit status and the folder's content.
  private static let change = """
    status=0; "$1" accounts pause a || status=$?
    echo "status $status"; ls "$2"; cat "$2/accounts.json"
    """

  @Test("full: the accounts are unchanged, and no partial file remains") func full() throws {
    let result = try inside(
      """
      cp "$2/accounts.json" /tmp/setup-test-$$; mount -t tmpfs -o size=64k,mode=700 none "$2"
      cp /tmp/setup-test-$$ "$2/accounts.json"; rm /tmp/setup-test-$$; chmod 600 "$2/accounts.json"; touch "$2/accounts.lock"
      cat /dev/zero > "$2/filling" 2>/dev/null || true
      \(Self.change)
      """)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text == "status 73\naccounts.json\naccounts.lock\nfilling\n" + String(decoding: old, as: UTF8.self))
    #expect(result.complaint.contains("No space left on device"), "\(result.complaint)")
    #expect(result.complaint.contains("Your saved accounts were not changed."))
  }

  @Test("read-only: it reports that, and still lists the accounts") func readOnly() throws {
    let result = try inside(
      """
      mount --bind "$2" "$2"; mount -o remount,ro,bind "$2"
      "$1" accounts list > /dev/null
      \(Self.change)
      """)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text == "status 73\naccounts.json\naccounts.lock\n" + String(decoding: old, as: UTF8.self))
    #expect(result.complaint.contains("Read-only file system"), "\(result.complaint)")
  }

  @Test("read-only: check still verifies, and reports that it could not save the date") func check() throws {
    let host = try MailHost()
    try home.save([
      try host.account("a", secret: host.command("wrong", named: "wrong")), try host.account("b", secret: host.command(MailHost.secret)),
    ])
    let result = try inside(
      """
      mount --bind "$2" "$2"; mount -o remount,ro,bind "$2"
      status=0; "$1" check --ca-file \(host.caFile) || status=$?
      echo "status $status"; "$1" check b --ca-file \(host.caFile) || echo "status $?"
      """)
    #expect(result.text.hasPrefix("a: rejected. ") && result.text.hasSuffix("\nstatus 77\nstatus 73\n"), "\(result.text)")
    #expect(result.complaint.contains("Read-only file system"))
  }

  @Test("the error names a folder that cannot be created") func noFolder() throws {
    let file = home.path + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    let result = try ProcessBuilt.call(
      ["accounts", "import", home.file], environment: home.environment.merging(["XDG_CONFIG_HOME": file]) { $1 }
    ).run()
    #expect(result.end == .exited(73))
    #expect(result.complaint.contains("\(file)/mail-setup"), "\(result.complaint)")
  }
}
