// What is allowed in a catalog, and still deserves a second look by its author.

import Documents
import FoundationEssentials
import Vocabulary

extension Catalog {
  /// Returns what the author of `data` should look at again although every program reads it: entries that replace the servers of
  /// bundled ones, and a doubt about a sentence that has a condition anyway.
  package static func remarks(_ data: Data) -> [DocumentIssue] {
    let bundled = ProviderDirectory()
    return load(data).providers.flatMap { provider in
      takeovers(by: provider, of: bundled) + doubts(in: provider)
    }
  }

  private static func takeovers(by provider: Provider, of bundled: ProviderDirectory) -> [DocumentIssue] {
    if let same = bundled.provider(id: provider.id) {
      return same.servers == provider.servers
        ? [] : [DocumentIssue(path: "servers", entry: provider.id, reason: .takesOver(provider.id, owner: same.name.english))]
    }
    return provider.domains.enumerated().compactMap { index, domain in
      guard let owner = HostName(domain).flatMap(bundled.provider(forDomain:)) else { return nil }
      return DocumentIssue(path: "domains[\(index)]", entry: provider.id, reason: .takesOver(domain, owner: owner.name.english))
    }
  }

  private static func doubts(in provider: Provider) -> [DocumentIssue] {
    provider.steps.enumerated().compactMap { index, step in
      step.isConfirmed || !step.text.english.split(separator: " ").contains { $0.lowercased() == "if" }
        ? nil : DocumentIssue(path: "steps[\(index)]", entry: provider.id, reason: .doubtfulCondition)
    }
  }
}
