// OpenSSL's verdicts, errors and alerts as TLSFailure. Only numbers are used: its tables of texts are never loaded.

import COpenSSL
import Platform
import Vocabulary

struct TLSFault {
  /// What was noted while the chain was checked.
  let witness: ChainWitness
  /// The first octets that came.
  let said: [UInt8]

  /// What the handshake failed on. `verdict` is SSL_get_verify_result.
  func handshake(verdict: Int) -> NetFailure {
    let error = Self.takeError()
    if error.isOutOfMemory { return .system(ENOMEM) }
    if verdict != X509_V_OK { return .tls(certificate(Int32(clamping: verdict))) }
    switch error.reason {
    case SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST:
      return .tls(isTLS ? .tooOld : .notTLS(said: Visible(said)))
    case SSL_R_PACKET_LENGTH_TOO_LONG where !said.isEmpty && !isRecord: return .tls(.notTLS(said: Visible(said)))
    case SSL_R_UNSUPPORTED_PROTOCOL: return .tls(.tooOld)
    case SSL_R_UNEXPECTED_EOF_WHILE_READING: return .closedEarly(reset: false)
    default: return .tls(failure(error))
    }
  }

  /// What a record failed on after the handshake.
  func record() -> NetFailure {
    let error = Self.takeError()
    if error.isOutOfMemory { return .system(ENOMEM) }
    return .tls(error.reason == SSL_R_UNEXPECTED_EOF_WHILE_READING ? .truncated : failure(error))
  }

  /// The alert that stands in clear at the beginning of what came, for a handshake that could not even be written.
  var alertInClear: NetFailure? {
    guard said.count >= 7, said[0] == 21, said[1] == 3, said[3] == 0, said[4] == 2, said[5] == 2 else { return nil }
    return .tls(alert(said[6]))
  }

  /// A type of record (RFC 8446 5.1; 24 is RFC 6520).
  private var isRecord: Bool { said.first.map { (20...24).contains($0) } ?? false }

  /// A record of some version of TLS, not clear text.
  private var isTLS: Bool { isRecord && said.count > 1 && said[1] == 3 }

  // Errors and alerts

  private struct Code {
    let whole: UInt
    /// Whether this computer lacked memory. OpenSSL then reports whatever could not be done without it: an internal error, a
    /// key that is too weak.
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
    // SSL_AD_REASON_OFFSET: 1,000 and the number of an alert that came.
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
    // These are about a certificate of the client's; there is none, so they are about that.
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
    guard let fault = witness.fault else { return .untrusted(.other(Int(verdict))) }
    let facts = fault.certificate
    switch fault.code {
    case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
      return .wrongName(found: Array(facts.names.prefix(5)), isCommonName: fault.hasNameInSubject)
    case X509_V_ERR_CERT_HAS_EXPIRED: return .expired(since: facts.expires, of: fault.member)
    case X509_V_ERR_CERT_NOT_YET_VALID: return .notYetValid(until: facts.begins, of: fault.member)
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: return .selfSigned
    case X509_V_ERR_INVALID_PURPOSE: return .wrongPurpose(of: fault.member)
    case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK: return .weak(of: fault.member)
    default: return .untrusted(distrust(fault))
    }
  }

  private func distrust(_ fault: ChainFault) -> Distrust {
    switch fault.code {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      guard let given = fault.given else { return .unknownIssuer(fault.certificate.issuer) }
      let member = given.place == .server ? ChainMember.server : ChainMember(given.place, name: given.certificate.subject)
      return .noRoot(member, issuer: given.certificate.issuer)
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return .unknownRoot(fault.certificate.subject)
    case X509_V_ERR_CERT_SIGNATURE_FAILURE, X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE,
      X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY:
      return .badSignature(fault.member)
    case X509_V_ERR_INVALID_CA, X509_V_ERR_KEYUSAGE_NO_CERTSIGN: return .notAnAuthority(fault.member)
    case X509_V_ERR_PERMITTED_VIOLATION, X509_V_ERR_EXCLUDED_VIOLATION: return .nameNotPermitted(fault.member)
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: return .unknownExtension(fault.member)
    case X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD, X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD, X509_V_ERR_INVALID_EXTENSION,
      X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE, X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX, X509_V_ERR_UNSUPPORTED_NAME_SYNTAX,
      X509_V_ERR_UNSUPPORTED_EXTENSION_FEATURE, X509_V_ERR_SUBTREE_MINMAX:
      return .malformed(fault.member)
    case X509_V_ERR_CERT_CHAIN_TOO_LONG, X509_V_ERR_PATH_LENGTH_EXCEEDED: return .tooLong
    default: return .other(Int(fault.code))
    }
  }
}
