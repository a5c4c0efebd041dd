// The words by which configurations say that an account signs in with an access token.

import Vocabulary

enum TokenWords {
  /// Returns whether `word` is the name of a mechanism that takes a token. `oauth2` is himalaya's, Mozilla's and that of many
  /// libraries, and `xoauth` s-nail's.
  static func isMechanism(_ word: String) -> Bool {
    ["xoauth2", "oauthbearer", "oauth2", "xoauth"].contains(word.lowercasedASCII)
  }

  /// Returns the mechanisms in a list that is separated by blanks, commas or colons.
  private static func words(_ list: String?) -> [String] {
    (list ?? "").split { $0.isWhitespace || $0 == "," || $0 == ":" }.map(String.init)
  }

  /// Returns whether a list of mechanisms contains one that takes a token.
  static func areIn(_ list: String?) -> Bool { words(list).contains(where: isMechanism) }

  /// Returns whether a list of mechanisms begins with one that takes a token.
  static func areFirst(in list: String?) -> Bool { words(list).first.map(isMechanism) ?? false }

  /// Returns whether a list contains mechanisms, and all of them take a token.
  static func areAll(in list: String?) -> Bool {
    let words = words(list)
    return !words.isEmpty && words.allSatisfy(isMechanism)
  }
}
