// Fuzzes the parser of HTTP responses: the result must not depend on how the octets are cut, and nothing exceeds its limit.

import Vocabulary
import Wire

@_cdecl("LLVMFuzzerTestOneInput")
func httpResponses(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    let cut = octets.count / 2
    let (whole, halves) = (read([octets]), read([Array(octets[..<cut]), Array(octets[cut...])]))
    always(whole.error == halves.error, "the failure does not depend on the segments")
    always(whole.response?.status == halves.response?.status, "the status does not depend on the segments")
    guard let response = whole.response, let other = halves.response else { return }
    always((200...599).contains(response.status), "interim responses are skipped")
    always(response.fields == other.fields && response.body.count == other.body.count, "nothing depends on the segments")
    always(response.body.count <= HTTPResponseParser.bodyLimit && response.body.count <= octets.count, "nothing is added to the body")
    always(response.fields.values(of: "Content-Length").count <= 1, "no response has two lengths")
    for field in response.fields {
      always(!field.value.utf8.contains { $0 == .nul || $0 == .carriageReturn || $0 == .lineFeed }, "no field can end a line")
      always(HTTPField(field.name, field.value) != nil || field.value.contains("\u{fffd}"), "a field that was read can be written")
    }
  }
}

private func read(_ parts: [[UInt8]]) -> (response: HTTPResponse?, error: HTTPResponseError?) {
  var parser = HTTPResponseParser()
  do throws(HTTPResponseError) {
    for part in parts {
      if let response = try parser.append(part) { return (response, nil) }
    }
    return (try parser.end(), nil)
  } catch {
    return (nil, error)
  }
}
