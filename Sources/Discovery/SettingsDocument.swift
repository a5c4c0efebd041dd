// Fetches a document with mail settings over https: where it may be, where a redirect may lead, and what an answer means.

import Documents
import HTTP
import Posix
import Vocabulary
import Wire

/// What a server answers to the request for a document.
enum DocumentAnswer: Sendable {
  case document(AutoconfigDocument, at: HostName)
  case noHost
  /// There is no such document.
  case absent
  /// What is there is no document with mail settings: often the start page of a web site.
  case unusable
  /// The server names another address, outside the domain. It was not asked.
  case elsewhere(WebAddress)
  /// There was no answer, or the server could not be trusted.
  case failed
}

/// The request for one document.
struct SettingsDocument: Sendable {
  let address: WebAddress
  /// The domain that a redirect may not lead out of.
  let domain: HostName
  /// The query that is added if the server does not answer without it. `nil` for hosts outside the domain, which do not learn the
  /// address of the user.
  let query: String?

  /// Seconds for one exchange.
  private static let exchange = 4.0
  private static let redirects = 3

  /// The documents that a domain may have for its own addresses, best first.
  static func own(of address: MailAddress) -> [SettingsDocument] {
    let domain = address.domain
    // Only the first address may be asked with the user's (draft-ietf-mailmaint-autoconfig, section 4.1). The dot stays as it is: there
    // are servers that return what they got as the user name.
    let query = HTTPForm.query([("emailaddress", address.description)])
    return [
      document("autoconfig.\(domain)/mail/config-v1.1.xml", domain, query: query),
      document("\(domain)/.well-known/autoconfig/mail/config-v1.1.xml", domain),
    ].compactMap(\.self)
  }

  /// The document of the operator of an MX host, at `host`.
  static func ofExchanger(at host: HostName) -> SettingsDocument? {
    document("\(host)/mail/config-v1.1.xml", HostName(host.labels.dropFirst().joined(separator: ".")) ?? host)
  }

  /// The entry of Thunderbird's public list for `domain`.
  static func listed(_ domain: HostName) -> SettingsDocument? {
    HostName("live.thunderbird.net").flatMap { document("\($0)/autoconfig/v1.1/\(domain)", $0) }
  }

  /// The document that the domain's own server leads to. Redirects from there stay at that host.
  init?(led address: WebAddress) {
    guard let host = HTTPTarget(address)?.host else { return nil }
    self.init(address: address, domain: host, query: nil)
  }

  private init(address: WebAddress, domain: HostName, query: String?) {
    (self.address, self.domain, self.query) = (address, domain, query)
  }

  private static func document(_ place: String, _ domain: HostName, query: String? = nil) -> SettingsDocument? {
    WebAddress("https://\(place)").map { SettingsDocument(address: $0, domain: domain, query: query) }
  }

  /// Requests the document and follows redirects within the domain.
  func fetch(_ client: HTTPClient, until deadline: Deadline) -> DocumentAnswer {
    let limit = min(deadline, .after(seconds: Self.exchange))
    let (answer, status) = fetch(address, client, until: limit)
    guard case .absent = answer, let query, status == 400 || status == 404, let more = WebAddress("\(address.text)?\(query)") else {
      return answer
    }
    return fetch(more, client, until: limit).answer
  }

  /// Returns the answer, and the status of the last response if there was one.
  private func fetch(_ start: WebAddress, _ client: HTTPClient, until deadline: Deadline) -> (answer: DocumentAnswer, status: Int?) {
    var address = start
    for _ in 0...Self.redirects {
      guard let host = HTTPTarget(address)?.host else { return (.unusable, nil) }
      let response: HTTPResponse
      do throws(HTTPFailure) {
        response = try client.fetch(address, .xml, until: deadline)
      } catch {
        return (error.isMissingHost ? .noHost : .failed, nil)
      }
      switch response.status {
      case 200: return (Self.document(response, at: host), 200)
      case 301, 302, 303, 307, 308:
        guard let next = Self.target(of: response, from: address), let target = HTTPTarget(next), target.port == 443 else {
          return (.unusable, response.status)
        }
        guard target.host.isWithin(domain.text) else { return (.elsewhere(next), response.status) }
        address = next
      case 500...: return (.failed, response.status)
      case let status: return (.absent, status)
      }
    }
    return (.unusable, nil)
  }

  private static func document(_ response: HTTPResponse, at host: HostName) -> DocumentAnswer {
    // The media type of such documents is often wrong, but a page for browsers is none.
    guard response.mediaType != "text/html" else { return .unusable }
    return response.body.withOctets { octets in
      AutoconfigDocument(Array(octets)).map { .document($0, at: host) } ?? .unusable
    }
  }

  /// Returns where a redirect leads. `nil` if that is not an https address without a user name in it.
  private static func target(of response: HTTPResponse, from address: WebAddress) -> WebAddress? {
    guard let location = response.location, !location.isEmpty else { return nil }
    if location.hasPrefix("//") { return WebAddress("https:\(location)") }
    // A scheme ends before everything else (RFC 3986, section 4.1).
    let head = location.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if head.contains(":") { return WebAddress(location) }
    let rest = address.text.dropFirst("https://".count).prefix { $0 != "?" }
    let authority = rest.prefix { $0 != "/" }
    if location.hasPrefix("/") { return WebAddress("https://\(authority)\(location)") }
    let folder = rest.lastIndex(of: "/").map { rest[...$0] } ?? authority + "/"
    return WebAddress("https://\(location.hasPrefix("?") ? rest : folder)\(location)")
  }
}

extension HTTPFailure {
  /// Whether the host does not exist, which is an answer.
  fileprivate var isMissingHost: Bool {
    switch self {
    case .net(.noSuchHost, .resolve): true
    case .net, .response, .redirected, .unusableAddress: false
    }
  }
}
