// What came of a test message.

import Vocabulary
import Wire

/// Where the message was found, and when.
package struct Arrival: Equatable, Sendable {
  package enum Folder: Equatable, Sendable {
    case inbox
    /// With its name, made safe.
    case junk(Visible)
  }

  package let folder: Folder
  /// Its unique identifier in that folder.
  package let identifier: UInt32
  /// Since the server had taken it.
  package let milliseconds: Double
}

/// What became of a message that arrived.
package enum Removal: String, Sendable {
  case deleted
  /// It has the mark by which most programs hide it, and goes when one of them tidies up.
  case marked
}

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
    /// It was sent, or may have been, and was not seen: it may still come.
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
