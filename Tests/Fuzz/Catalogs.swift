// Fuzzes the reader of catalog files: a file is refused, or its entries are valid.

import Catalog
import FoundationEssentials
import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func catalogs(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    let catalog = Catalog.load(Data(octets))
    let faults = Catalog.check(Data(octets))
    always(faults.count >= catalog.faults.count, "the check finds what the program finds")
    always(!catalog.providers.isEmpty || !catalog.faults.isEmpty || catalog.checked.utf8.count <= octets.count, "nothing comes of nothing")
    for provider in catalog.providers {
      always(!provider.id.isEmpty, "an entry has an id")
      for language in Language.allCases {
        for text in [provider.name, provider.secret.term] + provider.steps.map(\.text) + provider.notes.map(\.text) {
          always(Visible.isHarmless(text[language]), "every text can be shown")
        }
      }
    }
    for fault in faults { always(!"\(fault.reason)".isEmpty && fault.path.utf8.count <= octets.count * 8 + 64, "a fault has its place") }
  }
}
