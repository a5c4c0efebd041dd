// Translates OpenSSL's results, errors and alerts to TLSFailure. Only numbers are used. Its tables of texts are not loaded.

import COpenSSL
import Platform
import Vocabulary

/// The errors of one connection.
struct OpenSSLErrors {
  /// What was observed while the chain was checked.
  let witness: ChainWitness
  /// The first octets from the server.
  let said: [UInt8]

  /// Returns the reason why the handshake failed. `verdict` is the result of SSL_get_verify_result(3).
  func handshake(verdict: Int) -> NetFailure {
    let error = Self.takeError()
    if error.isOutOfMemory { return .system(ENOMEM) }
    if verdict != X509_V_OK { return .tls(certificate(Int32(clamping: verdict))) }
    switch error.reason {
    case SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST:
      return .tls(isTLS ? .tooOld : .notTLS(said: firstLine))
    case SSL_R_PACKET_LENGTH_TOO_LONG where !said.isEmpty && !isRecord: return .tls(.notTLS(said: firstLine))
    case SSL_R_UNSUPPORTED_PROTOCOL: return .tls(.tooOld)
    case SSL_R_UNEXPECTED_EOF_WHILE_READING: return .closedEarly(reset: false)
    default: return .tls(failure(error))
    }
  }

  /// Returns the reason why a record failed after the handshake.
  func record() -> NetFailure {
    let error = Self.takeError()
    if error.isOutOfMemory { return .system(ENOMEM) }
    return .tls(error.reason == SSL_R_UNEXPECTED_EOF_WHILE_READING ? .truncated : failure(error))
  }

  /// The alert in clear at the start of the input, for a handshake that could not be written.
  var alertInClear: NetFailure? {
    guard said.count >= 7, said[0] == 21, said[1] == 3, said[3] == 0, said[4] == 2, said[5] == 2 else { return nil }
    return .tls(alert(said[6]))
  }

  /// The number of octets that are kept to quote a server that does not speak TLS.
  static let quoted = 200

  /// The first line of the input, as clear text. A line that is longer than what was kept ends in an ellipsis.
  private var firstLine: Visible {
    let line = said.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return Visible(Array(line) + (line.count < Self.quoted ? [] : Array("…".utf8)))
  }

  /// Whether the first octet is a type of record (RFC 8446, section 5.1; 24 is RFC 6520).
  private var isRecord: Bool { said.first.map { (20...24).contains($0) } ?? false }

  /// Whether the input is a record of some version of TLS and not clear text.
  private var isTLS: Bool { isRecord && said.count > 1 && said[1] == 3 }

  // Errors and alerts

  private struct Code {
    let whole: UInt
    /// Whether this computer had no memory left. OpenSSL reports a consequence then, for example an internal error or a key
    /// that is too weak.
    let isOutOfMemory: Bool
    var reason: Int32 { Int32(whole & 0x7f_ffff) }
    /// ERR_GET_LIB, a macro.
    var library: Int32 { Int32(whole >> 23 & 0xff) }
  }

  /// Empties the error queue of this thread. Returns the first error of the TLS layer, otherwise the first of all.
  private static func takeError() -> Code {
    var all: [UInt] = []
    while all.count < 16 {
      let number = ERR_get_error()
      if number == 0 { break }
      all.append(number)
    }
    ERR_clear_error()
    let isOutOfMemory = OpenSSLMemory.isLacking(all)
    let codes = all.map { Code(whole: $0, isOutOfMemory: isOutOfMemory) }
    return codes.first { $0.library == ERR_LIB_SSL } ?? codes.first ?? Code(whole: 0, isOutOfMemory: isOutOfMemory)
  }

  private func failure(_ error: Code) -> TLSFailure {
    guard error.library == ERR_LIB_SSL else { return .failed(.library(UInt32(truncatingIfNeeded: error.whole))) }
    // SSL_AD_REASON_OFFSET: 1,000 plus the number of a received alert.
    if let number = UInt8(exactly: error.reason - 1_000) { return alert(number) }
    switch error.reason {
    case SSL_R_DECRYPTION_FAILED_OR_BAD_RECORD_MAC, SSL_R_DECRYPTION_FAILED, SSL_R_DIGEST_CHECK_FAILED, SSL_R_BLOCK_CIPHER_PAD_IS_WRONG:
      return .failed(.damagedRecord)
    case SSL_R_WRONG_CIPHER_RETURNED, SSL_R_UNKNOWN_CIPHER_RETURNED, SSL_R_CIPHERSUITE_DIGEST_HAS_CHANGED, SSL_R_WRONG_SSL_VERSION,
      SSL_R_BAD_KEY_SHARE, SSL_R_WRONG_CURVE, SSL_R_DH_KEY_TOO_SMALL:
      return .failed(.unofferedChoice)
    case SSL_R_BAD_SIGNATURE, SSL_R_WRONG_SIGNATURE_TYPE, SSL_R_WRONG_SIGNATURE_SIZE, SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM:
      return .failed(.badSignature)
    case SSL_R_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: return .failed(.unsafeRenegotiation)
    case SSL_R_EXCESSIVE_MESSAGE_SIZE, SSL_R_TOO_MANY_WARN_ALERTS, SSL_R_TOO_MANY_KEY_UPDATES, SSL_R_RECORD_TOO_SMALL:
      return .failed(.excess)
    default:
      let number = UInt32(truncatingIfNeeded: error.whole)
      // ERR_RFLAG_FATAL, a cast in a macro: out of memory and the like.
      return .failed(error.reason & 1 << 18 != 0 ? .library(number) : .notAllowed(number))
    }
  }

  private func alert(_ number: UInt8) -> TLSFailure {
    let alert = TLSAlert(number)
    switch alert.kind {
    case .certificateRequired: return .clientCertificateWanted(alert)
    // These alerts refer to the certificate of the client, which has none.
    case .noCertificate, .badCertificate, .unsupportedCertificate, .certificateUnknown, .handshakeFailure, .accessDenied:
      return witness.wasAskedForCertificate ? .clientCertificateWanted(alert) : .alert(alert)
    case .closeNotify, .unexpectedMessage, .badRecordMAC, .decryptionFailed, .recordOverflow, .decompressionFailure, .certificateRevoked,
      .certificateExpired, .illegalParameter, .unknownCA, .decodeError, .decryptError, .exportRestriction, .insufficientSecurity,
      .protocolVersion, .internalError, .inappropriateFallback, .userCanceled, .noRenegotiation, .missingExtension, .unsupportedExtension,
      .certificateUnobtainable, .unrecognizedName, .badCertificateStatusResponse, .badCertificateHashValue, .unknownPSKIdentity,
      .generalError, .noApplicationProtocol, .echRequired, nil:
      return .alert(alert)
    }
  }

  // Certificates

  private func certificate(_ verdict: Int32) -> TLSFailure {
    guard let failure = witness.failure else { return .untrusted(.other(Int(verdict))) }
    let facts = failure.certificate
    switch failure.code {
    case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
      return .wrongName(found: Array(facts.names.prefix(5)), isCommonName: failure.hasNameInSubject)
    case X509_V_ERR_CERT_HAS_EXPIRED: return .expired(since: facts.expires, of: failure.member)
    case X509_V_ERR_CERT_NOT_YET_VALID: return .notYetValid(until: facts.begins, of: failure.member)
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: return .selfSigned
    case X509_V_ERR_INVALID_PURPOSE: return .wrongPurpose(of: failure.member)
    case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK: return .weak(of: failure.member)
    default: return .untrusted(distrust(failure))
    }
  }

  private func distrust(_ failure: ChainFailure) -> Distrust {
    switch failure.code {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      guard let given = failure.given else { return .unknownIssuer(failure.certificate.issuer) }
      let member = given.place == .server ? ChainMember.server : ChainMember(given.place, name: given.certificate.subject)
      return .noRoot(member, issuer: given.certificate.issuer)
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return .unknownRoot(failure.certificate.subject)
    case X509_V_ERR_CERT_SIGNATURE_FAILURE, X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE,
      X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY:
      return .badSignature(failure.member)
    case X509_V_ERR_INVALID_CA, X509_V_ERR_KEYUSAGE_NO_CERTSIGN: return .notAnAuthority(failure.member)
    case X509_V_ERR_PERMITTED_VIOLATION, X509_V_ERR_EXCLUDED_VIOLATION: return .nameNotPermitted(failure.member)
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: return .unknownExtension(failure.member)
    case X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD, X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD, X509_V_ERR_INVALID_EXTENSION,
      X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE, X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX, X509_V_ERR_UNSUPPORTED_NAME_SYNTAX,
      X509_V_ERR_UNSUPPORTED_EXTENSION_FEATURE, X509_V_ERR_SUBTREE_MINMAX:
      return .malformed(failure.member)
    case X509_V_ERR_CERT_CHAIN_TOO_LONG, X509_V_ERR_PATH_LENGTH_EXCEEDED: return .tooLong
    default: return .other(Int(failure.code))
    }
  }
}
