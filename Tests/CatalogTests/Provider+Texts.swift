// What a person may read of an entry.

import Catalog
import Vocabulary

extension Provider {
  /// Every text a person may read of this entry, with its place.
  var texts: [(place: String, text: Text)] {
    var texts: [(String, Text)] = [("name", name), ("secret.term", secret.term)]
    if let statusNote { texts.append(("statusNote", statusNote)) }
    if let endedBy = secret.endedBy { texts.append(("secret.endedBy", endedBy)) }
    if let note = username.note { texts.append(("username.note", note)) }
    texts += servers.enumerated().compactMap { index, group in group.note.map { ("servers[\(index)].note", $0) } }
    texts += steps.enumerated().map { ("steps[\($0)]", $1.text) }
    texts += notes.enumerated().map { ("notes[\($0)]", $1.text) }
    return texts
  }
}
