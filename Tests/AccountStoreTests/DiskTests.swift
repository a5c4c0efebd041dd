// A full disk and a read-only one, mounted where only the program under test sees them.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("Disks that refuse", .enabled(if: Equipment.mounting != nil, "needs unshare(1) and the right to use it"), .waiting) struct DiskTests
{
  private let home: Home
  private let old: [UInt8]

  init() throws {
    home = try Home()
    try home.save([try .sample("a"), try .sample("b")])
    old = try #require(home.octets)
  }

  /// Changes an account, then prints the exit status and the folder's content.
  private static let change = """
    status=0; "$1" accounts pause a || status=$?
    echo "status $status"; ls "$2"; cat "$2/accounts.json"
    """

  @Test("full: the accounts are unchanged, and no partial file remains") func full() throws {
    let result = try home.mounting(
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
    let result = try home.mounting(
      """
      mount --bind "$2" "$2"; mount -o remount,ro,bind "$2"
      "$1" accounts list > /dev/null
      \(Self.change)
      """)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text == "status 73\naccounts.json\naccounts.lock\n" + String(decoding: old, as: UTF8.self))
    #expect(result.complaint.contains("Read-only file system"), "\(result.complaint)")
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
