// The folders of every demo mailbox, and the patterns of LIST (RFC 3501, section 6.3.8).

import Vocabulary

enum DemoFolders {
  private static let all = ["INBOX", "Drafts", "Sent", "Trash"]

  /// Returns the untagged lines, without `* `, that answer LIST with `reference` and `pattern`.
  static func list(reference: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>) -> [String] {
    // RFC 3501, section 6.3.8: an empty mailbox name requests the delimiter and the root of the reference.
    guard !pattern.isEmpty else { return [#"LIST (\Noselect) "/" """#] }
    let whole = (Array(reference) + pattern).text
    return all.filter { matches($0, whole) }.map { #"LIST (\HasNoChildren) "/" \#($0)"# }
  }

  /// Returns whether a folder `name` exists. INBOX is case-insensitive (RFC 3501, section 5.1).
  static func holds(_ name: ArraySlice<UInt8>) -> Bool { all.contains { isName($0, name) } }

  private static func isName(_ folder: String, _ name: some Sequence<UInt8>) -> Bool {
    folder == "INBOX" ? name.equalsIgnoringCase(folder) : name.elementsEqual(folder.utf8)
  }

  /// Returns whether `folder` matches `pattern`. No folder is inside another one, so `*` and `%` both match any octets.
  private static func matches(_ folder: String, _ pattern: String) -> Bool {
    let pieces = pattern.split(omittingEmptySubsequences: false) { $0 == "*" || $0 == "%" }.map { Array($0.utf8) }
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return isName(folder, pattern.utf8) }
    var rest = Array(folder.utf8)[...]
    guard rest.prefix(first.count).equalsIgnoringCase(first.text) else { return false }
    rest.removeFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else { return false }
      rest = rest[(start + piece.count)...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }
}
