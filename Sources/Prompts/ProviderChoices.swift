// The rows of the list of providers for a typed text, and the row that is marked.

import Catalog
import Sentences
import Vocabulary

struct ProviderChoices {
  let shown: [Provider]
  /// The provider that is most similar to the text, if `shown` has none that matches it.
  let nearest: Provider?
  var areSimilar: Bool { nearest != nil }
  /// The position of the row that Enter takes. `nil` if the user has to choose one: the text is empty, is an address that is looked up,
  /// is the name of several systems, or has a typing slip.
  let mark: Int?
  /// Whether the last row is for servers that are entered by hand.
  let hasOther: Bool

  /// The number of rows, with the one for servers that are entered by hand.
  var rows: Int { shown.count + (hasOther ? 1 : 0) }

  /// The rows of `providers` that `typed` finds in `index`. Before anything is typed, a list of a few candidates proposes the first.
  init(of providers: [Provider], matching typed: String = "", in index: ProviderIndex, isFirst: Bool) {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else {
      (shown, nearest, mark, hasOther) = (providers, nil, isFirst ? nil : 0, isFirst)
      return
    }
    let isOther = isFirst && PromptSentence.otherWords.contains(text.lowercased())
    let isDemo = Provider.demo(typed: typed) != nil
    let ids = Set(providers.map(\.id))
    let found = isOther || isDemo ? [] : index.search(typed).filter { ids.contains($0.id) }
    let similar = isOther || isDemo ? [] : index.similar(to: typed).filter { ids.contains($0.id) }
    (shown, nearest, hasOther) = (similar + found, similar.first, isFirst)
    let isLookedUp = isFirst && (isDemo || (Catalog.isAddress(typed) && found.isEmpty) || index.isBrand(typed))
    mark = !similar.isEmpty || isLookedUp || (found.isEmpty && !isFirst) ? nil : 0
  }
}
