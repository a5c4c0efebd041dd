// What a client sends before the connection is encrypted (RFC 8446, section 4.1.2).

import COpenSSL

/// The facts of a ClientHello that tests check.
package struct ClientHello: Equatable, Sendable {
  /// The requested host name (RFC 6066, section 3). It is `nil` if the client sent none, as it must for an address.
  package let serverName: String?
  /// Whether the client offered to resume a session: with a pre-shared key or a ticket that is not empty.
  package let offersSession: Bool

  /// Reads the ClientHello that OpenSSL is handling. Call it only from the client-hello callback.
  init(_ ssl: OpaquePointer?) {
    serverName = Self.serverName(Self.extension(Int32(TLSEXT_TYPE_server_name), of: ssl))
    offersSession =
      Self.extension(Int32(TLSEXT_TYPE_psk), of: ssl) != nil
      || Self.extension(Int32(TLSEXT_TYPE_session_ticket), of: ssl)?.isEmpty == false
  }

  /// Returns the octets of one extension, or `nil` if the client sent none of this type.
  private static func `extension`(_ type: Int32, of ssl: OpaquePointer?) -> [UInt8]? {
    var start: UnsafePointer<UInt8>?
    var count = 0
    guard SSL_client_hello_get0_ext(ssl, UInt32(type), &start, &count) == 1 else { return nil }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Reads a ServerNameList with one entry: two octets of length, type 0, two octets of length, the name. Returns `nil`
  /// if the list has another form.
  private static func serverName(_ octets: [UInt8]?) -> String? {
    guard let octets, octets.count > 5, octets[2] == 0 else { return nil }
    let count = Int(octets[3]) << 8 | Int(octets[4])
    return octets.count == 5 + count ? String(decoding: octets[5...], as: UTF8.self) : nil
  }
}
