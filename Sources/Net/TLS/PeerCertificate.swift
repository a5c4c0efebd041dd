// The contents of certificates, made safe to show.

import COpenSSL
import Platform
import Vocabulary

/// What a certificate says about itself.
package struct CertificateFacts: Equatable, Sendable {
  package let subject: Visible
  package let issuer: Visible
  /// The names that the certificate is valid for (dNSName and iPAddress of subjectAltName), at most 20.
  package let names: [Visible]
  /// The dates in ISO 8601, UTC. Empty if the certificate has no readable date.
  package let begins: String
  package let expires: String
  /// The digest of the whole certificate as openssl(1) and browsers write it: `AB:CD:…`, 32 octets.
  package let sha256: String

  package init(subject: Visible, issuer: Visible, names: [Visible], begins: String, expires: String, sha256: String) {
    (self.subject, self.issuer, self.names) = (subject, issuer, names)
    (self.begins, self.expires, self.sha256) = (begins, expires, sha256)
  }
}

/// What a user may want to see about a TLS connection, including one that failed because of its certificate.
package struct TLSFacts: Equatable, Sendable {
  /// "TLSv1.3", "TLSv1.2".
  package let version: String
  /// Empty if no cipher suite was negotiated.
  package let cipher: String
  /// The server's certificate.
  package let certificate: CertificateFacts
  /// Whether the handshake was completed: chain, name and key are valid.
  package let isTrusted: Bool
  /// The certificate of the chain that was rejected. `nil` if none was.
  package let rejected: RejectedCertificate?

  /// A certificate of the chain and its place.
  package struct RejectedCertificate: Equatable, Sendable {
    package let place: ChainPlace
    package let certificate: CertificateFacts

    package init(place: ChainPlace, certificate: CertificateFacts) { (self.place, self.certificate) = (place, certificate) }
  }

  package init(version: String, cipher: String, certificate: CertificateFacts, isTrusted: Bool, rejected: RejectedCertificate? = nil) {
    (self.version, self.cipher, self.certificate) = (version, cipher, certificate)
    (self.isTrusted, self.rejected) = (isTrusted, rejected)
  }
}

/// A borrowed X509. Valid for the length of a call.
struct PeerCertificate {
  let pointer: OpaquePointer

  var facts: CertificateFacts {
    CertificateFacts(
      subject: Self.text(X509_get_subject_name(pointer)), issuer: Self.text(X509_get_issuer_name(pointer)), names: names,
      begins: X509_get0_notBefore(pointer).flatMap(Self.iso) ?? "", expires: X509_get0_notAfter(pointer).flatMap(Self.iso) ?? "",
      sha256: fingerprint)
  }

  /// The first 20 names of the certificate: dNSName and iPAddress entries.
  private var names: [Visible] {
    guard let list = OpaquePointer(X509_get_ext_d2i(pointer, NID_subject_alt_name, nil, nil)) else { return [] }
    defer { GENERAL_NAMES_free(list) }
    return (0..<min(OPENSSL_sk_num(list), 64)).compactMap { index -> Visible? in
      guard let value = OPENSSL_sk_value(list, index) else { return nil }
      return Self.name(value.assumingMemoryBound(to: GENERAL_NAME.self))
    }.prefix(20).map { $0 }
  }

  /// The common names of the subject in lower case. They are not names of hosts (RFC 9525, section 2).
  var commonNames: [String] {
    guard let subject = X509_get_subject_name(pointer) else { return [] }
    var names: [String] = []
    var position = X509_NAME_get_index_by_NID(subject, NID_commonName, -1)
    while position >= 0, names.count < 8 {
      let value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, position))
      if let value, let start = ASN1_STRING_get0_data(value) {
        names.append(Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(value)))).text.lowercasedASCII)
      }
      position = X509_NAME_get_index_by_NID(subject, NID_commonName, position)
    }
    return names
  }

  private var fingerprint: String {
    var octets = [UInt8](repeating: 0, count: 32)
    var count = UInt32(octets.count)
    guard X509_digest(pointer, EVP_sha256(), &octets, &count) == 1 else { return "" }
    let digits = Array("0123456789ABCDEF")
    return octets.map { String([digits[Int($0 >> 4)], digits[Int($0 & 15)]]) }.joined(separator: ":")
  }

  private static func name(_ entry: UnsafePointer<GENERAL_NAME>) -> Visible? {
    var kind: Int32 = 0
    guard let value = GENERAL_NAME_get0_value(entry, &kind) else { return nil }
    let string = value.assumingMemoryBound(to: ASN1_STRING.self)
    guard let start = ASN1_STRING_get0_data(string) else { return nil }
    let octets = Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(string))))
    switch kind {
    case GEN_DNS: return Visible(octets, limit: 80)
    case GEN_IPADD: return Visible(address(octets), limit: 80)
    default: return nil
    }
  }

  private static func address(_ octets: [UInt8]) -> String {
    if octets.count == 4 { return octets.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: octets.count - 1, by: 2)
      .map { String(Int(octets[$0]) << 8 | Int(octets[$0 + 1]), radix: 16) }.joined(separator: ":")
  }

  /// Returns the name in the form of RFC 2253.
  private static func text(_ name: OpaquePointer?) -> Visible {
    guard let name, let bio = BIO_new(BIO_s_mem()) else { return Visible("") }
    defer { BIO_free(bio) }
    // XN_FLAG_SEP_COMMA_PLUS, XN_FLAG_DN_REV, ASN1_STRFLGS_UTF8_CONVERT and ASN1_STRFLGS_ESC_2253, which are casts in macros.
    // They escape commas and quotation marks in values. Visible removes the other unsafe characters.
    X509_NAME_print_ex(bio, name, 0, 1 << 16 | 1 << 20 | 0x10 | 1)
    var octets = [UInt8](repeating: 0, count: 1024)
    let count = BIO_read(bio, &octets, Int32(octets.count))
    return Visible(octets.prefix(max(Int(count), 0)))
  }

  private static func iso(_ time: UnsafePointer<ASN1_TIME>) -> String? {
    var parts = tm()
    guard ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T"
      + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
