// OpenSSL's verdicts, errors and alerts as TLSFailure.

import COpenSSL
import Platform
import Vocabulary

enum TLSFault {
  /// What the handshake failed on. `verdict` is SSL_get_verify_result, `chain` what the server sent, `said` the first
  /// octets it sent.
  static func handshake(verdict: Int, chain: [Certificate], said: [UInt8]) -> NetFailure {
    let error = ERR_peek_error()
    let reason = Int32(error & 0x7f_ffff)
    defer { ERR_clear_error() }
    if verdict != X509_V_OK { return .tls(certificate(verdict, chain)) }
    switch reason {
    case SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST:
      // A record that opens with a TLS type (20 to 24) and major version 3 is TLS of another version, not clear text.
      let isTLS = said.count > 1 && (20...24).contains(said[0]) && said[1] == 3
      return .tls(isTLS ? .tooOld : .notTLS(said: Visible(said)))
    case SSL_R_PACKET_LENGTH_TOO_LONG where !said.isEmpty && !(20...24).contains(said[0]):
      return .tls(.notTLS(said: Visible(said)))
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION, SSL_R_UNSUPPORTED_PROTOCOL: return .tls(.tooOld)
    case SSL_R_UNEXPECTED_EOF_WHILE_READING: return .closedEarly(reset: false)
    default: return .tls(.failed(reason: text(error)))
    }
  }

  /// A record that could not be read or written after the handshake.
  static func record() -> NetFailure {
    let error = ERR_peek_error()
    defer { ERR_clear_error() }
    return Int32(error & 0x7f_ffff) == SSL_R_UNEXPECTED_EOF_WHILE_READING ? .tls(.truncated) : .tls(.failed(reason: text(error)))
  }

  private static func certificate(_ verdict: Int, _ chain: [Certificate]) -> TLSFailure {
    switch Int32(verdict) {
    case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH: .wrongName(found: chain.first?.names ?? [])
    case X509_V_ERR_CERT_HAS_EXPIRED: .expired(since: (chain.first { $0.hasExpired } ?? chain.first)?.notAfter ?? "")
    case X509_V_ERR_CERT_NOT_YET_VALID: .notYetValid(until: (chain.first { $0.isNotYetValid } ?? chain.first)?.notBefore ?? "")
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: .selfSigned
    case X509_V_ERR_INVALID_PURPOSE: .wrongPurpose
    case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK: .weak
    // Unknown issuer, missing intermediate, name constraints, chain too long, …: no chain to a root we trust.
    default: .untrusted(reason: Visible(String(cString: X509_verify_cert_error_string(verdict))))
    }
  }

  private static func text(_ error: UInt) -> Visible {
    guard error != 0, let reason = ERR_reason_error_string(error) else { return Visible("no reason given") }
    return Visible(String(cString: reason))
  }
}
