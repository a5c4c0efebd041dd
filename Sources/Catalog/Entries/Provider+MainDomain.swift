// The domain that users know a provider by, for lists that have room for a few domains only.

import Vocabulary

extension Provider {
  /// The domains with the main one first: the one that has the id as its name, else the one of the webmail. The others are in
  /// the order of the catalog.
  package var domainsMainFirst: [String] {
    let ranked = domains.enumerated().map { (rank: rank($1), position: $0, domain: $1) }
    guard let main = ranked.min(by: { ($0.rank, $0.position) < ($1.rank, $1.position) })?.domain else { return [] }
    return [main] + domains.filter { $0 != main }
  }

  /// Whether addresses usually end in one of the domains. Business services and hosts have the domains of their customers.
  package var hasFixedDomains: Bool { (category == .personal || category == .isp) && !domains.isEmpty }

  /// Smaller is better.
  private func rank(_ domain: String) -> Int {
    if NameForms.squeezed(domain) == NameForms.squeezed(id) { return 0 }
    let isNamed = domain.prefix { $0 != "." } == id
    let isOfWebmail = web?.host?.isWithin(domain) == true
    if isNamed { return isOfWebmail ? 1 : domain.hasSuffix(".com") ? 2 : 3 }
    return isOfWebmail ? 4 : 5
  }
}
