// The result of a delivery test.

import Vocabulary
import Wire

/// Where the message was found, and when.
package struct Arrival: Equatable, Sendable {
  package enum Folder: Equatable, Sendable {
    case inbox
    /// A folder for junk, with its name.
    case junk(Visible)
  }

  package let folder: Folder
  /// Its unique identifier in that folder.
  package let identifier: UInt32
  /// The milliseconds since the server accepted the message.
  package let milliseconds: Double
  /// What the receiving server says of the sender. `nil` if it says nothing, as most do for mail that does not leave them.
  package let authentication: AuthenticationResults?
}

/// What happened to a message that arrived.
package enum Removal: String, Sendable {
  case deleted
  /// The message has the \Deleted flag. Most programs hide it, and delete it when they expunge.
  case marked
}

/// The result of a delivery test.
package struct DeliveryReport: Sendable {
  package let message: TestMessage
  package internal(set) var imap: SessionReport
  package internal(set) var smtp: SessionReport
  package internal(set) var submission = Submission.notSent
  package internal(set) var arrival: Arrival?
  package internal(set) var removal: Removal?

  /// What may be left of the message in the mailbox.
  package enum Remains: Equatable, Sendable {
    case nothing
    /// The message was or may have been sent, and did not arrive in time. It may still arrive.
    case perhaps
    case whole(Arrival.Folder)
    case marked(Arrival.Folder)
  }

  package var remains: Remains {
    guard let arrival else { return submission == .notSent ? .nothing : .perhaps }
    switch removal {
    case .deleted: return .nothing
    case .marked: return .marked(arrival.folder)
    case nil: return .whole(arrival.folder)
    }
  }
}
