// The catalog that is linked into the program, read once for all tests of this folder.

import CCatalog
import FoundationEssentials
import Vocabulary

@testable import Catalog

enum Shipped {
  /// The file as it is linked in.
  static let data = Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: catalog_length(), deallocator: .none)

  static let catalog = Catalog.load(data)

  static var providers: [Provider] { catalog.providers }
  static let ids = catalog.providers.map(\.id)

  static func provider(_ id: String) -> Provider? { catalog.provider(id: id) }

  /// Where the octets of the file begin and end; they live as long as the program.
  static var octets: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: catalog_length()) }

  private static var start: UnsafeRawPointer {
    guard let start = catalog_start() else { preconditionFailure("the catalog is linked in") }
    return UnsafeRawPointer(start)
  }
}

extension Provider {
  /// Everything there is about it, to be compared: `==` looks at the id only.
  var everything: String { String(reflecting: self) }

  /// Every text of it, with a name for each.
  var texts: [(name: String, text: Text)] {
    var texts: [(String, Text)] = [("name", name), ("secret.term", secret.term)]
    if let statusNote { texts.append(("statusNote", statusNote)) }
    if let endedBy = secret.endedBy { texts.append(("secret.endedBy", endedBy)) }
    if let note = username.note { texts.append(("username.note", note)) }
    texts += servers.enumerated().compactMap { position, group in group.note.map { ("servers[\(position)].note", $0) } }
    texts += steps.enumerated().map { ("steps[\($0)]", $1.text) }
    return texts + notes.enumerated().map { ("notes[\($0)]", $1.text) }
  }

  /// Whether the guide leads all the way: what has to be so before, or at least three steps to the secret; and the
  /// advice beside the steps.
  var hasFullGuide: Bool {
    let obtaining = steps.count { $0.part == .obtain }
    return !notes.isEmpty && ((steps.count > obtaining && obtaining > 0) || obtaining >= 3)
  }
}

extension String {
  /// Whether it holds a Chinese character.
  var isChinese: Bool { unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) } }
}
