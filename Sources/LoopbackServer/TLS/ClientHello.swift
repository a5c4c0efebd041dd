// What a client shows of itself before anything is encrypted (RFC 8446 4.1.2).

import COpenSSL

package struct ClientHello: Equatable, Sendable {
  /// The host name asked for (RFC 6066 3); nil where the client sent none, as it must for an address.
  package let serverName: String?
  /// Whether a session of an earlier connection was offered: a pre-shared key or a ticket that is not empty.
  package let offersSession: Bool

  /// Reads the hello OpenSSL is just handling; valid only inside the client-hello callback.
  init(_ ssl: OpaquePointer?) {
    serverName = Self.serverName(Self.extension(Int32(TLSEXT_TYPE_server_name), of: ssl))
    offersSession =
      Self.extension(Int32(TLSEXT_TYPE_psk), of: ssl) != nil
      || Self.extension(Int32(TLSEXT_TYPE_session_ticket), of: ssl)?.isEmpty == false
  }

  /// The octets of one extension, or nil where the client sent none of this type.
  private static func `extension`(_ type: Int32, of ssl: OpaquePointer?) -> [UInt8]? {
    var start: UnsafePointer<UInt8>?
    var count = 0
    guard SSL_client_hello_get0_ext(ssl, UInt32(type), &start, &count) == 1 else { return nil }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// ServerNameList: two octets of length, then one entry: type 0, two octets of length, the name.
  private static func serverName(_ octets: [UInt8]?) -> String? {
    guard let octets, octets.count > 5, octets[2] == 0 else { return nil }
    let count = Int(octets[3]) << 8 | Int(octets[4])
    return octets.count == 5 + count ? String(decoding: octets[5...], as: UTF8.self) : nil
  }
}
