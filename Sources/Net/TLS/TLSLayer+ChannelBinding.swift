// The channel binding of a connection.

import COpenSSL
import Vocabulary

extension TLSLayer {
  /// Returns the channel binding after the handshake. `nil` if the connection has none that is safe to use. Servers of the field, such as
  /// Dovecot 2.4 and GNU SASL 2.2, know these two and not tls-server-end-point (RFC 5929, section 4).
  func channelBinding(of ssl: OpaquePointer) -> ChannelBinding? {
    if SSL_version(ssl) >= TLS1_3_VERSION { return exporter(of: ssl) }
    // SSL_get_extms_support is a macro.
    guard SSL_ctrl(ssl, SSL_CTRL_GET_EXTMS_SUPPORT, 0, nil) == 1 else { return nil }
    // The first Finished message of the handshake: the server's if the session was resumed, which this program never asks for.
    guard SSL_session_reused(ssl) == 0 else { return nil }
    var octets = [UInt8](repeating: 0, count: 64)
    let count = SSL_get_finished(ssl, &octets, octets.count)
    guard (1...octets.count).contains(count) else { return nil }
    return ChannelBinding(.unique, Array(octets.prefix(count)))
  }

  /// RFC 9266, section 4.2: 32 octets, with the label `EXPORTER-Channel-Binding` and an empty context.
  private func exporter(of ssl: OpaquePointer) -> ChannelBinding? {
    let label = "EXPORTER-Channel-Binding"
    var octets = [UInt8](repeating: 0, count: 32)
    guard SSL_export_keying_material(ssl, &octets, octets.count, label, label.utf8.count, nil, 0, 1) == 1 else { return nil }
    return ChannelBinding(.exporter, octets)
  }
}
