// A name that stands for several systems, and the one question that tells them apart.

import Vocabulary

package struct Brand: Sendable, Equatable {
  package struct Choice: Sendable, Equatable {
    /// The provider's id.
    package let id: String
    /// How a person knows that it is theirs.
    package let text: Text
  }

  /// What people type for it, lower case.
  package let words: [String]
  package let question: Text
  /// The most common first.
  package let choices: [Choice]
}
