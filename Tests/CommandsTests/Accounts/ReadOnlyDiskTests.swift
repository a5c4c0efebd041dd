// A disk that is read-only while accounts are checked.

import AccountStore
import TestSupport
import Testing

@Suite("Accounts on a disk that refuses", .enabled(if: Equipment.mounting != nil, "needs unshare(1) and the right to use it"), .waiting)
struct ReadOnlyDiskTests {
  @Test("read-only: check still verifies, and reports that it could not save the date") func check() throws {
    let (home, host) = (try Home(), try MailHost())
    try home.save([
      try host.account("a", secret: host.command("wrong", named: "wrong")), try host.account("b", secret: host.command(MailHost.secret)),
    ])
    let result = try home.mounting(
      """
      mount --bind "$2" "$2"; mount -o remount,ro,bind "$2"
      status=0; "$1" check --ca-file \(host.caFile) || status=$?
      echo "status $status"; "$1" check b --ca-file \(host.caFile) || echo "status $?"
      """)
    #expect(result.text.hasPrefix("a: rejected. ") && result.text.hasSuffix("\nstatus 77\nstatus 73\n"), "\(result.text)")
    #expect(result.complaint.contains("Read-only file system"))
  }
}
