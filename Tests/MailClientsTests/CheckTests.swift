// What a client says about its file before anything is written, and which of it counts.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("what a client says of its file", .waiting)
struct CheckTests {
  @Test(
    "mbsync's advice to use other names is no complaint, whatever stands around it",
    arguments: [
      // The notices of 1.5, and the one of 1.4 about an address in place of a host name.
      (["/h/f: notice: SSLType is deprecated. Use TLSType instead."], nil),
      (["/h/f: notice: Master/Slave are deprecated; use Far/Near instead."], nil),
      (["/h/f:3: Notice: URL notation is deprecated; use a plain host name and possibly …"], nil), ([], nil),
      (["/h/f: notice: ReNew is deprecated; use Upgrade instead.", "/h/f:3: unknown keyword 'Hst'"], "/h/f:3: unknown keyword 'Hst'"),
      (["/h/f:1: unrecognized value 'x'"], "/h/f:1: unrecognized value 'x'"),
    ] as [([String], String?)])
  func advice(_ lines: [String], _ complaint: String?) throws {
    let check = try #require(MailClient.mbsync.check("/h/f", of: Sample.plain.account.owner))
    let errors = (lines + ["No channels defined. Try 'man mbsync'"]).map { $0 + "\n" }.joined()
    #expect(check.complaint(about: "/h/f", output: [], errors: Array(errors.utf8), status: 1) == complaint)
  }

  @Test(
    "a person's file in the words of an older version is no obstacle, and nothing is said against it",
    .enabled(if: Equipment.isThere("mbsync"), Equipment.why("mbsync")),
    arguments: ["SSLType IMAPS", "SSLType STARTTLS", "SSLVersions TLSv1.2\nSSLType IMAPS"])
  func oldWords(_ lines: String) throws {
    let home = try Home()
    try home.write("IMAPAccount work\nHost imap.work.example\n\(lines)\n\n".utf8, to: ".mbsyncrc")
    let result = try home.write("mbsync")
    #expect(!result.complaint.contains("deprecated"), "\(result.complaint)")
    #expect(result.complaint.contains("mbsync read the file without errors"), "\(result.complaint)")
  }
}
