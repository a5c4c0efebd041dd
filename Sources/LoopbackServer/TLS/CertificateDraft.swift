// A certificate before it is signed (RFC 5280, section 4).

import COpenSSL

struct CertificateDraft {
  enum Role {
    /// A certificate that may sign others. If `permitting` is not empty, it may sign only for names below these
    /// domains.
    case authority(permitting: [String])
    case server(names: [CertificateRequest.Name], usage: CertificateRequest.Usage)
  }

  let commonName: Octets
  var role: Role
  /// The purpose for which an authority may sign, or `nil` for any.
  var usage: CertificateRequest.Usage?
  /// Seconds from now.
  var notBefore = -3_600
  var notAfter = 86_400
  var digest = CertificateRequest.Digest.sha256

  /// The most certificates allowed below an authority; `nil` for any number.
  var pathLength: Int?
  /// Whether an authority may sign lists of revoked certificates only.
  var isForLists = false
  /// Whether it has a critical extension that OpenSSL does not handle.
  var hasUnknownExtension = false

  /// Returns the certificate for `key`, signed by `issuer`, or self-signed with `key` if `issuer` is `nil`. Throws
  /// OpenSSL's reason.
  func signed(for key: KeyPair, by issuer: Issuer?) throws(OpenSSLError) -> ServerCertificate {
    let certificate = ServerCertificate(try OpenSSLError.check(X509_new()))
    let pointer = certificate.pointer
    // 2 means version 3. A random serial number distinguishes two certificates of one issuer.
    try OpenSSLError.check(X509_set_version(pointer, 2))
    try OpenSSLError.check(ASN1_INTEGER_set_uint64(X509_get_serialNumber(pointer), UInt64.random(in: 1...UInt64(Int64.max))))
    try OpenSSLError.check(X509_set_pubkey(pointer, key.pointer))
    _ = try OpenSSLError.check(X509_gmtime_adj(X509_getm_notBefore(pointer), notBefore))
    _ = try OpenSSLError.check(X509_gmtime_adj(X509_getm_notAfter(pointer), notAfter))
    try setSubject(pointer)
    try OpenSSLError.check(X509_set_issuer_name(pointer, X509_get_subject_name(issuer?.certificate.pointer ?? pointer)))
    try addExtensions(to: pointer, issuer: issuer?.certificate.pointer ?? pointer)
    let hash =
      switch digest {
      case .sha256: EVP_sha256()
      case .sha1: EVP_sha1()
      }
    try OpenSSLError.check(X509_sign(pointer, (issuer?.key ?? key).pointer, hash))
    return certificate
  }

  private func setSubject(_ pointer: OpaquePointer) throws(OpenSSLError) {
    let name = try OpenSSLError.check(X509_get_subject_name(pointer))
    // V_ASN1_UTF8STRING accepts the octets unchecked. MBSTRING_UTF8 would refuse more than 64 characters.
    let octets = commonName.array
    try OpenSSLError.check(
      X509_NAME_add_entry_by_NID(name, NID_commonName, V_ASN1_UTF8STRING, octets, Int32(clamping: octets.count), -1, 0))
  }

  private static func extended(_ usage: CertificateRequest.Usage) -> (Int32, String) {
    switch usage {
    case .serverAuth: (NID_ext_key_usage, "serverAuth")
    case .clientAuth: (NID_ext_key_usage, "clientAuth")
    }
  }

  private func addExtensions(to pointer: OpaquePointer, issuer: OpaquePointer) throws(OpenSSLError) {
    var extensions: [(Int32, String)] = []
    switch role {
    case .authority(let permitting):
      let length = pathLength.map { ",pathlen:\($0)" } ?? ""
      extensions = [
        (NID_basic_constraints, "critical,CA:TRUE\(length)"),
        (NID_key_usage, isForLists ? "critical,cRLSign" : "critical,keyCertSign,cRLSign"),
      ]
      if !permitting.isEmpty {
        extensions.append((NID_name_constraints, "critical," + permitting.map { "permitted;DNS:\($0)" }.joined(separator: ",")))
      }
      if let usage { extensions.append(Self.extended(usage)) }
    case .server(let names, let usage):
      extensions = [(NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"), Self.extended(usage)]
      try SubjectNames.add(names, to: pointer)
    }
    if hasUnknownExtension { extensions.append((NID_issuer_alt_name, "critical,DNS:issuer.example")) }
    extensions += [(NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid")]
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, issuer, pointer, nil, nil, 0)
    for (identifier, value) in extensions {
      let made = try OpenSSLError.check(X509V3_EXT_conf_nid(nil, &context, identifier, value))
      defer { X509_EXTENSION_free(made) }
      try OpenSSLError.check(X509_add_ext(pointer, made, -1))
    }
  }
}
