// Responses as octets: what is read, and what is refused.

import TestSupport
import Testing
import Vocabulary
import Wire

@Suite(.waiting) struct ResponseParserTests {
  /// Reads `text`, whole and octet by octet, and requires the same result.
  private func read(_ text: String, closed: Bool = false) throws -> HTTPResponse {
    let whole = Result { try read([Array(text.utf8)], closed) }
    let single = Result { try read(text.utf8.map { [$0] }, closed) }
    switch (whole, single) {
    case (.success(let one), .success(let other)):
      #expect(one.status == other.status && one.fields == other.fields && one.body.text == other.body.text)
      return one
    case (.failure(let one), .failure(let other)):
      #expect(one as? HTTPResponseError == other as? HTTPResponseError)
      throw one
    case (.success, .failure(let error)), (.failure(let error), .success):
      Issue.record("the result depends on the segments: \(error)")
      throw error
    }
  }

  private func read(_ parts: [[UInt8]], _ closed: Bool) throws -> HTTPResponse {
    var parser = HTTPResponseParser()
    for part in parts {
      if let response = try parser.append(part) { return response }
    }
    guard closed else { throw Unfinished() }
    return try parser.end()
  }

  private struct Unfinished: Error {}

  @Test func contentLength() throws {
    let response = try read("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}surplus")
    #expect(response.status == 200)
    #expect(response.mediaType == "application/json")
    #expect(response.body.text == "{}")
  }

  @Test("RFC 9112, section 7.1: chunks, with extensions and a trailer")
  func chunks() throws {
    let response = try read(
      "HTTP/1.1 400 Bad\r\nTransfer-Encoding: Chunked\r\n\r\n4;a=b\r\nWiki\r\n6 \r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\nExpires: 0\r\n\r\n"
    )
    #expect(response.status == 400)
    #expect(response.body.text == "Wikipedia in \r\n\r\nchunks.")
  }

  @Test func untilClose() throws {
    #expect(try read("HTTP/1.0 200\r\n\r\nall", closed: true).body.text == "all")
    #expect(throws: Unfinished.self) { try read("HTTP/1.0 200\r\n\r\nall") }
  }

  @Test("interim responses are skipped, but not without end")
  func interim() throws {
    let early = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    #expect(try read(early + early + "HTTP/1.1 204 No Content\r\n\r\n").status == 204)
    #expect(throws: HTTPResponseError.tooManyInterim) { try read(String(repeating: early, count: 9)) }
    #expect(throws: HTTPResponseError.upgraded) { try read("HTTP/1.1 101 Switching\r\n\r\n") }
  }

  @Test func retryAfter() throws {
    #expect(try read("HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n").retryAfter == 120)
    #expect(try read("HTTP/1.1 429 Slow\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n").retryAfter == nil)
  }

  @Test(
    "whatever RFC 9112 lets a reader guess is refused",
    arguments: [
      ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", HTTPResponseError.bothLengths),
      ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", .twoLengths),
      ("HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\n", .twoLengths),
      ("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n", .badLength),
      ("HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n", .badLength),
      ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", .bodyTooLong),
      ("HTTP/1.1 200 OK\r\nContent-Length: 262145\r\n\r\n", .bodyTooLong),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", .transferCoding),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", .transferCoding),
      ("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", .transferCoding),
      ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\n", .contentCoding),
      ("HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", .foldedField),
      ("HTTP/1.1 200 OK\r\n\tA: b\r\n\r\n", .foldedField),
      ("HTTP/1.1 200 OK\r\nA : b\r\n\r\n", .malformedField),
      ("HTTP/1.1 200 OK\r\n: b\r\n\r\n", .malformedField),
      ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", .malformedField),
      ("HTTP/1.1 200 OK\r\nA: b\u{0}c\r\n\r\n", .malformedField),
      ("HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n", .bareLineEnd),
      ("HTTP/1.1 200 OK\r\nA: b\n\r\n", .bareLineEnd),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", .badChunk),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", .bodyTooLong),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nbad trailer\r\n\r\n", .malformedField),
      ("* OK IMAP4rev1 ready\r\n", .notHTTP(said: Visible("* OK IMAP4rev1 ready"))),
      ("<html>\n", .notHTTP(said: Visible("<html>"))),
      ("HTTP/2 200\r\n", .notHTTP(said: Visible("HTTP/2 200"))),
      ("HTTP/1.1 20\r\n", .notHTTP(said: Visible("HTTP/1.1 20"))),
      ("HTTP/1.1 2000 OK\r\n", .notHTTP(said: Visible("HTTP/1.1 2000 OK"))),
      ("HTTP/1.1 099 OK\r\n", .notHTTP(said: Visible("HTTP/1.1 099 OK"))),
    ])
  func refused(_ text: String, _ reason: HTTPResponseError) {
    #expect(throws: reason) { try read(text) }
  }

  @Test(
    "a response that ends early is none",
    arguments: [
      "", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nA: b", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
    ])
  func truncated(_ text: String) {
    #expect(throws: HTTPResponseError.truncated) { try read(text, closed: true) }
  }

  @Test func limits() throws {
    let long = "HTTP/1.1 200 OK\r\nA: " + String(repeating: "b", count: 17_000)
    #expect(throws: HTTPResponseError.headerTooLong) { try read(long) }
    #expect(throws: HTTPResponseError.headerTooLong) { try read("HTTP/1.1 200 OK\r\n" + String(repeating: "A: b\r\n", count: 101)) }
    let endless = "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "b", count: 262_145)
    #expect(throws: HTTPResponseError.bodyTooLong) { try read(endless, closed: true) }
    let most = "HTTP/1.1 200 OK\r\nContent-Length: 262144\r\n\r\n" + String(repeating: "b", count: 262_144)
    #expect(try read(most).body.count == 262_144)
  }

  @Test("no field can end a line")
  func fields() {
    for value in ["a\r\nb", "a\nb", "a\rb", "a\u{0}b", " a", "a ", "a\u{7f}"] { #expect(HTTPField("Name", value) == nil) }
    for name in ["", "a b", "a:", "a\r\n", "é"] { #expect(HTTPField(name, "a") == nil) }
    #expect(HTTPField("X-A", "a\tb é")?.value == "a\tb é")
  }
}

extension Secret {
  var text: String { withOctets { $0.text } }
}
