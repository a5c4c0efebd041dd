// What a mechanism receives from the plan of its session.

import Net
import Vocabulary
import Wire

extension Digest: SASLHash {}

extension SASLContext {
  init(_ plan: SessionPlan, _ channelBinding: ChannelBinding?) {
    self.init(
      plan.credentials, plan.endpoint, SASLHashes(md5: Digest.md5, sha1: Digest.sha1, sha256: Digest.sha256), nonce: Self.newNonce(),
      channelBinding: channelBinding)
  }

  /// Returns 144 random bits in base64, which contains no comma.
  private static func newNonce() -> String { Base64.encode((0..<18).map { _ in UInt8.random(in: .min ... .max) }).text }
}

extension SessionFailure.Cause {
  /// Returns the cause of a refused login: of a token, if one was sent.
  func ofToken(_ kind: Credentials.Kind, _ status: TokenStatus?) -> SessionFailure.Cause {
    guard kind == .accessToken, case .refused(let reply) = self else { return self }
    return .tokenRefused(reply, status)
  }
}
