// The bundled catalog, decoded once for all tests of this folder.

import CCatalog
import FoundationEssentials
import Vocabulary

@testable import Catalog

enum Shipped {
  /// The file that is linked into the program.
  static let data = Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: catalog_length(), deallocator: .none)

  static let catalog = Catalog.load(data)

  static var providers: [Provider] { catalog.providers }
  static let ids = catalog.providers.map(\.id)

  static func provider(_ id: String) -> Provider? { catalog.provider(id: id) }

  /// The octets of the file. They exist as long as the process.
  static var octets: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: catalog_length()) }

  private static var start: UnsafeRawPointer {
    guard let start = catalog_start() else { preconditionFailure("the catalog is linked in") }
    return UnsafeRawPointer(start)
  }
}

extension Provider {
  /// All properties as text, for comparisons: `==` compares only the id.
  var everything: String { String(reflecting: self) }

  /// All texts of the entry, each with a name.
  var texts: [(name: String, text: Text)] {
    var texts: [(String, Text)] = [("name", name), ("secret.term", secret.term)]
    if let statusNote { texts.append(("statusNote", statusNote)) }
    if let endedBy = secret.endedBy { texts.append(("secret.endedBy", endedBy)) }
    if let note = username.note { texts.append(("username.note", note)) }
    texts += servers.enumerated().compactMap { position, group in group.note.map { ("servers[\(position)].note", $0) } }
    texts += steps.enumerated().map { ("steps[\($0)]", $1.text) }
    texts += (oauth?.steps ?? []).enumerated().map { ("oauth.steps[\($0)]", $1.text) }
    if let ends = oauth?.ends { texts.append(("oauth.ends", ends)) }
    return texts + notes.enumerated().map { ("notes[\($0)]", $1.text) }
  }

  /// Whether the guide is complete: preparations and at least one step to the secret, or at least three steps to the
  /// secret. It also needs at least one note.
  var hasFullGuide: Bool {
    let obtaining = steps.count { $0.part == .obtain }
    return !notes.isEmpty && ((steps.count > obtaining && obtaining > 0) || obtaining >= 3)
  }
}

extension String {
  /// Whether the text contains a Chinese character.
  var isChinese: Bool { unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) } }
}
