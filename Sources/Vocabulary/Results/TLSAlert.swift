// The alerts of TLS by number and name (RFC 8446, section 6; RFC 5246, section 7.2; IANA's registry lists both).

/// One alert of TLS, identified by its number.
package struct TLSAlert: Hashable, Sendable {
  package let number: UInt8

  package init(_ number: UInt8) { self.number = number }

  /// The name as in the standards, for example `handshake_failure`. The number in decimal if no standard has a name for
  /// it.
  package var name: String { kind?.rawValue ?? "\(number)" }

  /// The meaning of the alert. The raw values are the names in the standards.
  package enum Kind: String, Sendable, CaseIterable {
    case closeNotify = "close_notify"
    case unexpectedMessage = "unexpected_message"
    case badRecordMAC = "bad_record_mac"
    case decryptionFailed = "decryption_failed"
    case recordOverflow = "record_overflow"
    case decompressionFailure = "decompression_failure"
    case handshakeFailure = "handshake_failure"
    case noCertificate = "no_certificate"
    case badCertificate = "bad_certificate"
    case unsupportedCertificate = "unsupported_certificate"
    case certificateRevoked = "certificate_revoked"
    case certificateExpired = "certificate_expired"
    case certificateUnknown = "certificate_unknown"
    case illegalParameter = "illegal_parameter"
    case unknownCA = "unknown_ca"
    case accessDenied = "access_denied"
    case decodeError = "decode_error"
    case decryptError = "decrypt_error"
    case exportRestriction = "export_restriction"
    case protocolVersion = "protocol_version"
    case insufficientSecurity = "insufficient_security"
    case internalError = "internal_error"
    case inappropriateFallback = "inappropriate_fallback"
    case userCanceled = "user_canceled"
    case noRenegotiation = "no_renegotiation"
    case missingExtension = "missing_extension"
    case unsupportedExtension = "unsupported_extension"
    case certificateUnobtainable = "certificate_unobtainable"
    case unrecognizedName = "unrecognized_name"
    case badCertificateStatusResponse = "bad_certificate_status_response"
    case badCertificateHashValue = "bad_certificate_hash_value"
    case unknownPSKIdentity = "unknown_psk_identity"
    case certificateRequired = "certificate_required"
    case generalError = "general_error"
    case noApplicationProtocol = "no_application_protocol"
    case echRequired = "ech_required"
  }

  /// The meaning of the number. `nil` if no standard assigns it.
  package var kind: Kind? {
    switch number {
    case 0: .closeNotify
    case 10: .unexpectedMessage
    case 20: .badRecordMAC
    case 21: .decryptionFailed
    case 22: .recordOverflow
    case 30: .decompressionFailure
    case 40: .handshakeFailure
    case 41: .noCertificate
    case 42: .badCertificate
    case 43: .unsupportedCertificate
    case 44: .certificateRevoked
    case 45: .certificateExpired
    case 46: .certificateUnknown
    case 47: .illegalParameter
    case 48: .unknownCA
    case 49: .accessDenied
    case 50: .decodeError
    case 51: .decryptError
    case 60: .exportRestriction
    case 70: .protocolVersion
    case 71: .insufficientSecurity
    case 80: .internalError
    case 86: .inappropriateFallback
    case 90: .userCanceled
    case 100: .noRenegotiation
    case 109: .missingExtension
    case 110: .unsupportedExtension
    case 111: .certificateUnobtainable
    case 112: .unrecognizedName
    case 113: .badCertificateStatusResponse
    case 114: .badCertificateHashValue
    case 115: .unknownPSKIdentity
    case 116: .certificateRequired
    case 117: .generalError
    case 120: .noApplicationProtocol
    case 121: .echRequired
    default: nil
    }
  }
}
