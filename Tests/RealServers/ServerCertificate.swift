// The kinds of server certificates, and the temporary authorities that sign them.

import Foundation

/// The kind of a server's certificate.
package enum ServerCertificate: String, CaseIterable, Sendable {
  /// For localhost, imap.example.org, smtp.example.org, 127.0.0.1 and ::1, signed by the root in `caFile`.
  case good
  /// As `good`, but for elsewhere.example.net only.
  case wrongName
  /// As `good`, but it expired a month ago.
  case expired
  /// As `good`, but signed by another root, which no client trusts and the server does not send.
  case unknownAuthority
  /// For the right names, but self-signed.
  case selfSigned
}

/// Creates certificates with the openssl command in its own directory.
struct CertificateMaker {
  private static let names = "DNS:localhost,DNS:imap.example.org,DNS:smtp.example.org,IP:127.0.0.1,IP:::1"
  let directory: String

  /// Creates the directory and the root that clients trust.
  init(directory: String) throws {
    self.directory = directory
    try makeDirectory(directory, mode: 0o700)
    try makeRoot("root")
  }

  /// The root certificate, as a PEM file.
  var rootFile: String { directory + "/root.crt" }

  /// Creates a certificate. Returns the PEM files of the certificate and of its key.
  func make(_ kind: ServerCertificate) throws -> (certificate: String, key: String) {
    let base = directory + "/" + kind.rawValue
    let day: TimeInterval = 86_400
    var names = Self.names
    var start = Date(timeIntervalSinceNow: -day)
    var end = Date(timeIntervalSinceNow: 7 * day)
    var signer = "root"
    switch kind {
    case .good: break
    case .wrongName: names = "DNS:elsewhere.example.net"
    case .expired:
      start = Date(timeIntervalSinceNow: -60 * day)
      end = Date(timeIntervalSinceNow: -30 * day)
    case .unknownAuthority:
      signer = "other-root"
      try makeRoot(signer)
    case .selfSigned: signer = kind.rawValue
    }
    let requestConfiguration = try write(
      "[req]\nprompt=no\ndistinguished_name=dn\n[dn]\nCN=\(kind.rawValue)\n", to: base + ".req.cnf")
    try openssl(["req", "-new", "-config", requestConfiguration, "-keyout", base + ".key", "-out", base + ".csr"] + Self.newKey)
    try sign(base, by: signer, names: names, from: start, to: end)
    return (base + ".crt", base + ".key")
  }

  private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

  private func makeRoot(_ name: String) throws {
    let base = directory + "/" + name
    let configuration = try write(
      """
      [req]
      prompt=no
      distinguished_name=dn
      x509_extensions=ext
      [dn]
      CN=Throw-away \(name)
      [ext]
      basicConstraints=critical,CA:TRUE
      keyUsage=critical,keyCertSign,cRLSign
      subjectKeyIdentifier=hash

      """, to: base + ".req.cnf")
    try openssl(["req", "-x509", "-config", configuration, "-days", "7", "-keyout", base + ".key", "-out", base + ".crt"] + Self.newKey)
  }

  /// Signs a request with `openssl ca`, the only command of OpenSSL 3.0 that accepts a start and an end in the past.
  private func sign(_ base: String, by signer: String, names: String, from start: Date, to end: Date) throws {
    let signerBase = directory + "/" + signer
    let configuration = try write(
      """
      [ca]
      default_ca=d
      [d]
      database=\(base).index
      rand_serial=yes
      new_certs_dir=\(directory)
      default_md=sha256
      policy=p
      x509_extensions=ext
      [p]
      commonName=supplied
      [ext]
      basicConstraints=critical,CA:FALSE
      keyUsage=critical,digitalSignature
      extendedKeyUsage=serverAuth
      subjectKeyIdentifier=hash
      authorityKeyIdentifier=keyid
      subjectAltName=\(names)

      """, to: base + ".ca.cnf")
    // Each certificate has its own database, so that no database is shared or locked.
    _ = try write("", to: base + ".index")
    let ownKey = signerBase == base
    try openssl(
      ["ca", "-batch", "-notext", "-config", configuration, "-in", base + ".csr", "-out", base + ".crt"]
        + ["-startdate", Self.asn1(start), "-enddate", Self.asn1(end), "-keyfile", signerBase + ".key"]
        + (ownKey ? ["-selfsign"] : ["-cert", signerBase + ".crt"]))
  }

  private static func asn1(_ date: Date) -> String {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return String(
      format: "%04d%02d%02d%02d%02d%02dZ", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec)
  }

  private func openssl(_ arguments: [String]) throws {
    try run(Installed.openssl, arguments, output: directory + "/openssl.out")
  }
}
