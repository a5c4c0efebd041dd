// The subjectAltName extension, built entry by entry, so that OpenSSL parses no text and an entry may consist of any
// octets.

import COpenSSL

enum SubjectNames {
  /// Adds `names` to `certificate`. Throws if an address is not valid or if OpenSSL refuses.
  static func add(_ names: [CertificateRequest.Name], to certificate: OpaquePointer) throws(OpenSSLError) {
    guard !names.isEmpty else { return }
    let list = try OpenSSLError.check(OPENSSL_sk_new_null())
    defer { GENERAL_NAMES_free(list) }
    for name in names {
      let entry = try make(name)
      guard OPENSSL_sk_push(list, entry) > 0 else {
        GENERAL_NAME_free(entry)
        throw OpenSSLError.last()
      }
    }
    try OpenSSLError.check(X509_add1_ext_i2d(certificate, NID_subject_alt_name, UnsafeMutableRawPointer(list), 0, 0))
  }

  private static func make(_ name: CertificateRequest.Name) throws(OpenSSLError) -> UnsafeMutablePointer<GENERAL_NAME> {
    let (kind, value) =
      switch name {
      case .dns(let text): (GEN_DNS, try string(V_ASN1_IA5STRING, Array(text.utf8)))
      case .raw(let octets): (GEN_DNS, try string(V_ASN1_IA5STRING, octets.array))
      case .ip(let text): (GEN_IPADD, try address(text))
      }
    guard let entry = GENERAL_NAME_new() else {
      ASN1_STRING_free(value)
      throw OpenSSLError.last()
    }
    GENERAL_NAME_set0_value(entry, kind, value)
    return entry
  }

  private static func address(_ text: String) throws(OpenSSLError) -> UnsafeMutablePointer<ASN1_STRING> {
    guard let octets = a2i_IPADDRESS(text) else { throw OpenSSLError("not an IP address: \(text)") }
    return octets
  }

  private static func string(_ type: Int32, _ octets: [UInt8]) throws(OpenSSLError) -> UnsafeMutablePointer<ASN1_STRING> {
    let string = try OpenSSLError.check(ASN1_STRING_type_new(type))
    guard ASN1_STRING_set(string, octets, Int32(clamping: octets.count)) == 1 else {
      ASN1_STRING_free(string)
      throw OpenSSLError.last()
    }
    return string
  }
}
