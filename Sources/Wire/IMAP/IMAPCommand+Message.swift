// IMAP commands about one message: to look for it, to be sure of it, to delete it. Numbers are unique identifiers
// throughout: those of positions move when others delete (RFC 9051 2.3.1.1).

import Vocabulary

extension IMAPCommand {
  /// Has the server say what is new.
  package static let noop = Outgoing("NOOP")

  /// Opens the folder of this name, as a LIST response had it; nil for one that no quoted string can hold.
  package static func select(_ folder: [UInt8]) -> Outgoing? {
    guard !folder.isEmpty, folder.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else { return nil }
    let quoted = folder.flatMap { $0 == .quote || $0 == .backslash ? [.backslash, $0] : [$0] }
    return Outgoing("SELECT \"\(quoted.text)\"")
  }

  /// RFC 6154 5: the folders that have a special use, whatever they are called.
  package static let listSpecialFolders = Outgoing(#"LIST (SPECIAL-USE) "" "*""#)

  /// What has come since `identifier` was the next one; the last message in any case (RFC 9051 6.4.4, "*").
  package static func search(from identifier: UInt32) -> Outgoing { Outgoing("UID SEARCH UID \(identifier):*") }

  /// Messages whose header says so; servers compare parts and some ignore the header altogether.
  package static func search(messageID: String) -> Outgoing { Outgoing("UID SEARCH HEADER Message-ID \"<\(messageID)>\"") }

  /// Whether this one is there.
  package static func search(_ identifier: UInt32) -> Outgoing { Outgoing("UID SEARCH UID \(identifier)") }

  /// All that an EXPUNGE would take away.
  package static let searchDeleted = Outgoing("UID SEARCH DELETED")

  /// PEEK leaves \Seen as it is.
  package static func fetchMessageID(_ identifier: UInt32) -> Outgoing {
    Outgoing("UID FETCH \(identifier) (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])")
  }

  package static func markDeleted(_ identifier: UInt32) -> Outgoing { Outgoing(#"UID STORE \#(identifier) +FLAGS.SILENT (\Deleted)"#) }

  /// RFC 4315: this one and no other.
  package static func expunge(_ identifier: UInt32) -> Outgoing { Outgoing("UID EXPUNGE \(identifier)") }

  /// Takes away all that is marked, whoever marked it.
  package static let expungeAll = Outgoing("EXPUNGE")
}
