// One of the systems that share the name of a brand.

import Catalog
import Vocabulary

package enum BrandLine {
  /// Returns `provider` as one of the choices of `brand`: its name and what distinguishes it.
  package static func text(_ provider: Provider, in brand: Brand) -> Text {
    Text.labelled(provider.name, brand.choices.first { $0.id == provider.id }?.text ?? provider.name)
  }
}
