// A certificate as rows for the user.

import Net
import Sentences
import Vocabulary

/// The labels and values for the certificate of a server.
struct CertificateRows {
  let facts: TLSFacts

  /// The number of names in the rows. The JSON has more.
  private static let most = 5

  /// The server's certificate, and the certificate at fault if it is another one.
  var rows: [(label: Text, value: String)] {
    let own = facts.certificate
    var names = own.names.prefix(Self.most).map(\.listed).joined(separator: ", ")
    if own.names.count > Self.most { names += ", …" }
    var rows = [(ProbeSentence.certificate, own.subject.text), (ProbeSentence.names, names)] + Self.origin(own)
    if let rejected = facts.rejected, rejected.place != .server {
      rows += [(ProbeSentence.atFault(rejected.place), rejected.certificate.subject.text)] + Self.origin(rejected.certificate)
    }
    return rows.filter { !$0.1.isEmpty }
  }

  private static func origin(_ certificate: CertificateFacts) -> [(Text, String)] {
    [
      (ProbeSentence.issuer, certificate.issuer.text), (ProbeSentence.begins, certificate.begins),
      (ProbeSentence.expires, certificate.expires), (ProbeSentence.fingerprint, certificate.sha256),
    ]
  }
}
