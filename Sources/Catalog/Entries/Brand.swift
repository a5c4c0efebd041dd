// A name that several systems share, and the question that distinguishes them.

import Vocabulary

/// A name that several systems share.
package struct Brand: Sendable, Equatable {
  /// One of the systems: a possible answer to the question.
  package struct Choice: Sendable, Equatable {
    /// The provider's id.
    package let id: String
    /// How the user recognizes this system as their own.
    package let text: Text
  }

  /// What users type for the name, in lower case.
  package let words: [String]
  package let question: Text
  /// The most common choice comes first.
  package let choices: [Choice]
}
