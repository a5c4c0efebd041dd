// Domains that are one slip away from a known one. Many of them exist and accept mail, so they are noticed before anything is
// looked up or sent.

import Vocabulary

extension Catalog {
  /// Returns the known domains that `domain` could be a slip or an imitation of, nearest first, at most three. Empty if the
  /// catalog knows `domain`.
  ///
  /// A name of five characters or more before the last label may differ by one slip (two if the whole domain has nine
  /// characters or more and the first letter is right), the last label by one. A shorter name has to be equal. Only the main
  /// domains of the providers count then, because many short names exist under several top-level domains.
  package func lookAlikes(of domain: HostName) -> [String] {
    guard domain.kind == .name, provider(forDomain: domain) == nil else { return [] }
    if let imitated = UnicodeDomain(decoding: domain).map({ Skeleton.text(of: $0.text) }), let host = HostName(imitated),
      provider(forDomain: host) != nil
    {
      return [host.text]
    }
    // The hosts of companies and universities have addresses of their own.
    let within = Self.whole(in: domain.text).filter { HostName($0).flatMap(provider(forDomain:))?.category == .personal }
    if !within.isEmpty { return within }
    let typed = SplitDomain(domain.text)
    let main = Set(providers.compactMap(\.domainsMainFirst.first))
    var found: [(slips: Int, domain: String)] = []
    for known in providers.flatMap(\.domains) {
      guard let slips = typed.slips(to: SplitDomain(known), isMain: main.contains(known)) else { continue }
      found.append((slips, known))
    }
    let nearest = found.sorted { $0.slips < $1.slips }.map(\.domain)
    return Array(nearest.prefix(3))
  }
}

extension Catalog {
  /// The names of hosts that users put before a domain, because they know them from web addresses and settings.
  static let hosts: Set = ["www", "mail", "webmail", "imap", "smtp", "pop", "pop3", "m", "wap", "email", "e", "http", "https"]
  /// What is written behind a domain that is complete.
  private static let ends = ["com", "cn", "net", "org"]

  /// Returns the domains that something was written before or behind: `www.qq.com`, `gmail.com.com`, `qq.com.qq.com`.
  private static func whole(in domain: String) -> [String] {
    let labels = domain.split(separator: ".").map(String.init)
    guard labels.count > 2, let first = labels.first, let last = labels.last else { return [] }
    let half = labels.count / 2
    var found = hosts.contains(first) ? [labels.dropFirst()] : []
    if labels.count % 2 == 0, labels[..<half] == labels[half...] { found.append(labels[..<half]) }
    if ends.contains(last) || last == labels[labels.count - 2] { found.append(labels.dropLast()) }
    return found.map { $0.joined(separator: ".") }
  }
}

/// A domain as its last label and everything before it.
private struct SplitDomain {
  private let name: [Unicode.Scalar]
  private let last: [Unicode.Scalar]

  init(_ domain: String) {
    let end = domain.lastIndex(of: ".") ?? domain.endIndex
    name = Array(domain[..<end].unicodeScalars)
    last = Array(domain[end...].unicodeScalars)
  }

  /// Returns the number of slips from this domain to `known`. `nil` if they are too many.
  func slips(to known: SplitDomain, isMain: Bool) -> Int? {
    guard abs(known.name.count - name.count) <= 2, abs(known.last.count - last.count) <= 1 else { return nil }
    let end = Spelling.distance(last, known.last)
    guard end <= 1 else { return nil }
    if known.name.count < 5 { return isMain && name == known.name && end == 1 ? 1 : nil }
    let slips = Spelling.distance(name, known.name) + end
    let isLong = known.name.count + known.last.count >= 9 && name.first == known.name.first
    return (1...(isLong ? 2 : 1)).contains(slips) ? slips : nil
  }
}
