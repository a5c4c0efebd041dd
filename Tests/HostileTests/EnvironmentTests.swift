// The environment must not weaken, redirect or record a verification. Each test runs in its own process.

import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct EnvironmentTests {
  @Test("tls-openssl-conf-weakens: OPENSSL_CONF weakens nothing")
  func configuration() async {
    await #expect(processExitsWith: .success) {
      let file = "\(Usage.temporaryDirectory)/setup-openssl-\(getpid()).cnf"
      let text = """
        openssl_conf = all
        [all]
        ssl_conf = ssl
        [ssl]
        system_default = weak
        [weak]
        MinProtocol = TLSv1
        CipherString = ALL:@SECLEVEL=0
        VerifyMode = None

        """
      try AtomicFile.write(Array(text.utf8), to: file)
      defer { unlink(file) }
      setenv("OPENSSL_CONF", file, 1)
      for (version, outcome) in [(TLSOptions.only(.tls11), FailureKind.tlsTooOld), (.weak, .certificateWeak)] {
        let identity = try Rig.issue(version.minimum == .tls11 ? .valid(for: "imap.example.org") : .weakKey(for: "imap.example.org"))
        let party = Party("imap.example.org", .tls, Dialogues.whole(.imap, .tls, as: identity, version))
        #expect(try Ending(Rig.meet(imap: party, smtp: .good(.smtp)).report.imap) == .failed(.tls, outcome))
      }
    }
  }

  @Test("tls-keylog-env: SSLKEYLOGFILE receives no keys")
  func keyLog() async {
    await #expect(processExitsWith: .success) {
      let file = "\(Usage.temporaryDirectory)/setup-keys-\(getpid())"
      setenv("SSLKEYLOGFILE", file, 1)
      let encounter = try Rig.meet(imap: .good(.imap), smtp: .good(.smtp))
      #expect(encounter.report.isVerified)
      #expect(access(file, F_OK) == -1 && errno == ENOENT)
    }
  }

  @Test("tls-empty-trust-store: without roots no connection is opened")
  func noRoots() async {
    await #expect(processExitsWith: .success) {
      setenv("SSL_CERT_FILE", "/nonexistent/roots.pem", 1)
      setenv("SSL_CERT_DIR", "/nonexistent", 1)
      do throws(TLSContext.Error) {
        Issue.record("made in spite of it: \(try TLSContext(.system))")
      } catch { #expect(error == .noTrustStore) }
    }
  }

  @Test("tcp-proxy-env: variables that name a proxy redirect nothing")
  func proxies() async {
    await #expect(processExitsWith: .success) {
      let proxy = try ScriptedServer.start([.silence])
      for name in ["http_proxy", "https_proxy", "ALL_PROXY", "all_proxy", "SOCKS_SERVER", "socks_proxy"] {
        setenv(name, "socks5://127.0.0.1:\(proxy.port)", 1)
      }
      let encounter = try Rig.meet(imap: .good(.imap), smtp: .good(.smtp))
      #expect(encounter.report.isVerified)
      #expect(proxy.recordings.isEmpty)
      proxy.stop()
    }
  }

  @Test("res-locale-timezone: keywords, numbers and dates do not depend on the locale")
  func locale() async {
    await #expect(processExitsWith: .success) {
      func expiry() throws -> String? { try Rig.meet(imap: .good(.imap), smtp: .good(.smtp)).report.imap.tls?.certificate.expires }
      // Both certificates are issued within this second or the next one.
      let first = try #require(try expiry())
      setenv("TZ", "Asia/Kathmandu", 1)
      tzset()
      setenv("LC_ALL", "tr_TR.UTF-8", 1)
      setlocale(LC_ALL, "")
      let lower: [Step] = [
        .say("* ok [capability imap4rev1 sasl-ir auth=plain] i\r\n"), .expectPrefix("{t} AUTHENTICATE PLAIN "),
        .say("{t} ok [capability imap4rev1] i\r\n"), .expectAny, .say("{t} ok\r\n"), .expectAny, .say("{t} ok\r\n"),
      ]
      let identity = try Rig.issue(.valid(for: "imap.example.org"))
      let encounter = try Rig.meet(imap: Party("imap.example.org", .tls, [.tls(identity)] + lower), smtp: .good(.smtp))
      #expect(encounter.report.isVerified)
      let second = try #require(encounter.report.imap.tls?.certificate.expires)
      #expect(second.count == 20 && second.hasSuffix("Z"))
      // The same hour, not one that is 5:45 later.
      #expect(second.prefix(13) == first.prefix(13) || second.dropFirst(14).hasPrefix("00:0"))
    }
  }
}
