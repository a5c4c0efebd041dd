// HTTPS requests, each on a checked connection of its own.

import Net
import Platform
import Posix
import Vocabulary
import Wire

/// Sends one request per connection and returns its response, whatever its status is, except redirects, which are failures.
///
/// Only https addresses exist here. The certificate is checked as for mail. There are no cookies, no caches and no second attempts.
package struct HTTPClient: Sendable {
  package let network: Network

  /// Seconds for one exchange, from the name to the last octet.
  package static let timeLimit = 30.0

  package init(_ network: Network) { self.network = network }

  /// Requests the JSON document at `address`. Throws if there is no response until `deadline` or if the interrupt is raised.
  package func get(_ address: WebAddress, until deadline: Deadline) throws(HTTPFailure) -> HTTPResponse {
    try exchange(.get, address, body: nil, until: deadline)
  }

  /// Requests the document at `address`, which should be of the type `media`. Throws as `get` does, except that a redirect is a response
  /// as any other: the caller knows where it may lead.
  package func fetch(
    _ address: WebAddress, _ media: HTTPRequest.MediaType, until deadline: Deadline
  ) throws(HTTPFailure) -> HTTPResponse {
    try unredirected(.get, address, accept: media, body: nil, until: deadline)
  }

  /// Sends `form` to `address`. Throws as `get` does.
  package func postForm(_ address: WebAddress, _ form: HTTPForm, until deadline: Deadline) throws(HTTPFailure) -> HTTPResponse {
    try exchange(.post, address, body: (.form, form.encoded), until: deadline)
  }

  /// Sends `json` to `address`. Throws as `get` does.
  package func postJSON(_ address: WebAddress, _ json: Secret, until deadline: Deadline) throws(HTTPFailure) -> HTTPResponse {
    try exchange(.post, address, body: (.json, json), until: deadline)
  }

  private func exchange(
    _ method: HTTPRequest.Method, _ address: WebAddress, body: (HTTPRequest.MediaType, Secret)?, until deadline: Deadline
  ) throws(HTTPFailure) -> HTTPResponse {
    let response = try unredirected(method, address, accept: .json, body: body, until: deadline)
    guard !(300...399).contains(response.status) else { throw .redirected(status: response.status) }
    return response
  }

  private func unredirected(
    _ method: HTTPRequest.Method, _ address: WebAddress, accept: HTTPRequest.MediaType, body: (HTTPRequest.MediaType, Secret)?,
    until deadline: Deadline
  ) throws(HTTPFailure) -> HTTPResponse {
    guard let target = HTTPTarget(address) else { throw .unusableAddress }
    let connection = try connect(to: target, until: deadline)
    defer { connection.close() }
    let request = HTTPRequest(method, target, accept: accept, body: body)
    do { try connection.write(request.wire, until: deadline) } catch { throw .net(error, .request) }
    return try response(on: connection, until: deadline)
  }

  private func connect(to target: HTTPTarget, until deadline: Deadline) throws(HTTPFailure) -> any Connection {
    // The stage that was begun last: the failure belongs to it.
    var phase = HTTPFailure.Phase.resolve
    let stages = OpeningStages(
      begin: { stage in
        phase = stage == .resolve ? .resolve : .connect
        return deadline
      }, end: {})
    let connection: any Connection
    do {
      connection = try network.open(Endpoint(host: target.host, port: target.port, security: .tls), stages)
    } catch {
      throw .net(error, phase)
    }
    do { _ = try connection.secure(until: deadline) } catch {
      connection.close()
      throw .net(error, .tls)
    }
    return connection
  }

  private func response(on connection: any Connection, until deadline: Deadline) throws(HTTPFailure) -> HTTPResponse {
    var parser = HTTPResponseParser()
    while true {
      var octets: [UInt8]
      do { octets = try connection.read(until: deadline) } catch {
        // An orderly close_notify. Without it the failure is `truncated`, and the end of the content is not known.
        guard error == .closedEarly(reset: false) else { throw .net(error, .response) }
        do { return try parser.end() } catch { throw .response(error) }
      }
      defer { octets.withUnsafeMutableBytes { Platform.wipe($0) } }
      do {
        if let response = try parser.append(octets) { return response }
      } catch {
        throw .response(error)
      }
    }
  }
}
