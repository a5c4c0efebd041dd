// The facts of Thunderbird's public list (github.com/thunderbird/autoconfig, commit c6ad796 of 2026-03-12): 163 files about 963 domains.
// The table has, for each file, how it is written, its domains, its servers in their order, and which servers are right for the
// address me@ the first domain. The right servers were computed from the files themselves by another program.

import Foundation
import Testing

struct PublishedFile: Sendable, CustomTestStringConvertible {
  let name: String
  /// `n`: without a declaration, `r`: with CRLF, `b`: with a byte order mark.
  let style: String
  let domains: [String]
  /// Type, host, port, encryption, user name and ways to sign in.
  let servers: [[String]]
  /// The servers that are right, as `tls://HOST:PORT USERNAME`, or `-`.
  let imap: String
  let smtp: String

  var testDescription: String { name }

  /// The first domain that is one. A file contains a typing error.
  var domain: String { domains.first { $0.wholeMatch(of: /[a-z0-9-]+(\.[a-z0-9-]+)+/) != nil } ?? "" }

  /// The table.
  static func all() throws -> [PublishedFile] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "ispdb.tsv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(columns.count == 6, "\(line)")
      return PublishedFile(
        name: columns[0], style: columns[1], domains: columns[2].split(separator: " ").map(String.init),
        servers: columns[3].split(separator: " ").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) },
        imap: columns[4], smtp: columns[5])
    }
  }

  /// The file as its maintainers write it, with the elements that are of no use to this program.
  var xml: String {
    var lines = style.contains("n") ? [] : ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines += ["<!-- \(name) -->", "<clientConfig version=\"1.1\">", "  <emailProvider id=\"\(name.dropLast(4))\">"]
    lines += domains.map { "    <domain>\($0)</domain>" }
    lines += ["    <displayName>\(name) &amp; Co.</displayName>", "    <displayNameShort>Mail</displayNameShort>"]
    for server in servers {
      let tag = server[0] == "smtp" ? "outgoingServer" : "incomingServer"
      lines.append("    <\(tag) type=\"\(server[0])\">")
      let named = [("hostname", server[1]), ("port", server[2]), ("socketType", server[3]), ("username", server[4])]
      for (name, value) in named where !value.isEmpty { lines.append("      <\(name)>\(value)</\(name)>") }
      for way in server[5].split(separator: "/") { lines.append("      <authentication>\(way)</authentication>") }
      if server[0] == "pop3" { lines.append("      <pop3><leaveMessagesOnServer>true</leaveMessagesOnServer></pop3>") }
      if server[0] == "smtp" { lines.append("      <restriction>clientIPAddress</restriction><addThisServer>true</addThisServer>") }
      lines.append("    </\(tag)>")
    }
    lines += [
      "    <enable visiturl=\"https://\(domain)/\"><instruction lang=\"en\">Turn it on</instruction></enable>",
      "    <documentation url=\"https://\(domain)/\"><descr lang=\"de\">Einrichtung f&#252;r Programme</descr></documentation>",
      "  </emailProvider>", "  <webMail><loginPage url=\"https://\(domain)/\"/></webMail>", "</clientConfig>", "",
    ]
    return (style.contains("b") ? "\u{feff}" : "") + lines.joined(separator: style.contains("r") ? "\r\n" : "\n")
  }
}
