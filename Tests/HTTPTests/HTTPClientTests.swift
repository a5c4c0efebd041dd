// The client against a server that plays a script, over TLS.

import HTTP
import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import TestSupport
import Testing
import Vocabulary
import Wire

@Suite(.waiting) struct HTTPClientTests {
  private static let authority = Result { try CertificateAuthority() }

  /// Plays `steps` after a handshake, and requests a document meanwhile.
  private func exchange(
    _ steps: [Step], name: String = "id.example.com", interrupt: Interrupt? = Interrupt(), within seconds: Double = 10,
    _ body: (HTTPClient, WebAddress, Deadline) throws(HTTPFailure) -> HTTPResponse = { client, address, deadline throws(HTTPFailure) in
      try client.get(address, until: deadline)
    }
  ) throws -> (result: Result<HTTPResponse, HTTPFailure>, recording: Recording) {
    Platform.ignore(SIGPIPE)
    let authority = try Self.authority.get()
    let identity = try authority.issue(CertificateRequest([.dns(name)]))
    let server = try ScriptedServer.start([.tls(identity)] + steps)
    defer { server.stop() }
    let port = server.port
    let network = Network(
      context: try TLSContext(.only(pem: authority.pem)), interrupt: try #require(interrupt), resolve: { _, _, _, _ in [.loopback(port)] })
    let address = try #require(WebAddress("https://id.example.com/token"))
    let result: Result<HTTPResponse, HTTPFailure>
    do throws(HTTPFailure) {
      result = .success(try body(HTTPClient(network), address, Deadline.after(seconds: seconds)))
    } catch {
      result = .failure(error)
    }
    return (result, try #require(try server.wait(until: .after(seconds: 10)).first))
  }

  private static let lines = [Step](repeating: .expectAny, count: 6)

  @Test func get() throws {
    let steps: [Step] = Self.lines + [.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"), .silence]
    let (result, recording) = try exchange(steps)
    #expect(try result.get().body.text == "{}")
    #expect(recording.lines.first?.text == "GET /token HTTP/1.1")
    #expect(recording.lines.count == 6)
  }

  @Test("a form goes out whole, its secrets inside TLS only")
  func form() throws {
    let steps: [Step] =
      Self.lines + [.expectAny, .expectAny, .expectOctets(14), .say("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n"), .silence]
    let (result, recording) = try exchange(steps) { client, address, deadline throws(HTTPFailure) in
      var form = HTTPForm()
      form.add("code", Secret(copying: "s3cr3t/==".utf8))
      return try client.postForm(address, form, until: deadline)
    }
    #expect(try result.get().status == 400)
    #expect(recording.inTLS.text.hasSuffix("\r\n\r\ncode=s3cr3t%2F%3D%3D"))
    #expect(!recording.raw.text.contains("s3cr3t"))
  }

  @Test("the end of the connection ends a body without a length, if TLS was closed in order")
  func untilClose() throws {
    let said: Step = .say("HTTP/1.1 200 OK\r\n\r\n{}")
    #expect(try exchange(Self.lines + [said, .closeNotify, .fin]).result.get().body.text == "{}")
    #expect(throws: HTTPFailure.net(.tls(.truncated), .response)) { try exchange(Self.lines + [said, .fin]).result.get() }
  }

  @Test("no redirect is followed", arguments: [301, 302, 303, 307, 308])
  func redirect(_ status: Int) throws {
    let steps: [Step] =
      Self.lines + [
        .say(Octets("HTTP/1.1 \(status) Away\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n\r\n".utf8)), .silence,
      ]
    #expect(throws: HTTPFailure.redirected(status: status)) { try exchange(steps).result.get() }
  }

  @Test("a certificate for another name gets no request")
  func wrongName() throws {
    let (result, recording) = try exchange([.silence], name: "other.example.com")
    guard case .failure(.net(.tls(.wrongName), .tls)) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(recording.inTLS.isEmpty)
  }

  @Test func slow() throws {
    #expect(throws: HTTPFailure.net(.timedOut, .response)) { try exchange(Self.lines + [.silence], within: 1).result.get() }
  }

  @Test func interrupted() throws {
    let interrupt = try #require(Interrupt())
    let worker = try Worker.start {
      Wait.pause(seconds: 0.5)
      interrupt.raise()
    }
    let failure = HTTPFailure.net(.interrupted, .response)
    #expect(throws: failure) { try exchange(Self.lines + [.silence], interrupt: interrupt).result.get() }
    #expect(failure.isInterruption)
    _ = worker
  }

  @Test func garbage() throws {
    #expect(throws: HTTPFailure.response(.notHTTP(said: Visible("* OK ready")))) {
      try exchange([.say("* OK ready\r\n"), .silence]).result.get()
    }
    #expect(throws: HTTPFailure.response(.bodyTooLong)) {
      try exchange(Self.lines + [.say("HTTP/1.1 200 OK\r\n\r\n"), .flood("a", times: .max)]).result.get()
    }
  }
}

extension SocketAddress {
  /// Returns 127.0.0.1 with this port.
  fileprivate static func loopback(_ port: UInt16) -> SocketAddress {
    var address = Platform.loopback4(port: port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
