// IMAP commands about one message: search, check, delete.

import Vocabulary

// Messages are always referred to by unique identifiers. Sequence numbers change if another client deletes messages
// (RFC 9051, section 2.3.1.1).
extension IMAPCommand {
  /// Requests pending updates from the server.
  package static let noop = Outgoing("NOOP")

  /// Returns the command that opens the folder `folder`, a name from a LIST response. `nil` if the name is empty or a
  /// quoted string cannot contain it.
  package static func select(_ folder: [UInt8]) -> Outgoing? {
    guard !folder.isEmpty, folder.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else { return nil }
    let quoted = folder.flatMap { $0 == .quote || $0 == .backslash ? [.backslash, $0] : [$0] }
    return Outgoing("SELECT \"\(quoted.text)\"")
  }

  /// Lists the folders with a special use, whatever their names are (RFC 6154, section 5).
  package static let listSpecialFolders = Outgoing(#"LIST (SPECIAL-USE) "" "*""#)

  /// Returns a search for the messages that arrived since `identifier` was the next one. The last message is always in
  /// the result (RFC 9051, section 6.4.4, "*").
  package static func search(from identifier: UInt32) -> Outgoing { Outgoing("UID SEARCH UID \(identifier):*") }

  /// Returns a search for messages with this Message-ID. Some servers compare only parts of the ID, and some ignore the
  /// header altogether.
  package static func search(messageID: String) -> Outgoing { Outgoing("UID SEARCH HEADER Message-ID \"<\(messageID)>\"") }

  /// Returns a search that shows whether the message exists.
  package static func search(_ identifier: UInt32) -> Outgoing { Outgoing("UID SEARCH UID \(identifier)") }

  /// Searches the messages that EXPUNGE would delete.
  package static let searchDeleted = Outgoing("UID SEARCH DELETED")

  /// What is fetched of a message: by which it is known, and what the receiving server says of its sender (RFC 8601). PEEK leaves
  /// the \Seen flag unchanged.
  private static let header = "(UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID AUTHENTICATION-RESULTS)])"

  /// Returns the command that fetches these fields of one message.
  package static func fetchHeader(_ identifier: UInt32) -> Outgoing { Outgoing("UID FETCH \(identifier) \(header)") }

  /// Returns the command that fetches these fields of messages by their position in the folder.
  package static func fetchHeaders(positions: ClosedRange<UInt32>) -> Outgoing {
    Outgoing("FETCH \(positions.lowerBound):\(positions.upperBound) \(header)")
  }

  /// Returns the command that sets the \Deleted flag of the message.
  package static func markDeleted(_ identifier: UInt32) -> Outgoing { Outgoing(#"UID STORE \#(identifier) +FLAGS.SILENT (\Deleted)"#) }

  /// Returns the command that deletes this message and no other (UIDPLUS, RFC 4315).
  package static func expunge(_ identifier: UInt32) -> Outgoing { Outgoing("UID EXPUNGE \(identifier)") }

  /// Deletes all messages with the \Deleted flag, including those that another client has marked.
  package static let expungeAll = Outgoing("EXPUNGE")
}
