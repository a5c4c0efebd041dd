// Tests of the user's browser: it is opened only if there is one on this computer.

import Posix
import Terminal
import TestSupport
import Testing
import Vocabulary

@Suite("the browser", .waiting) struct BrowserTests {
  #if canImport(Darwin)
    private static let needsDisplay = false
  #else
    private static let needsDisplay = true
  #endif

  @Test(
    "ux-31: there is none over SSH, without a graphical session, or if the user does not want one",
    arguments: [
      ([:], !needsDisplay), (["DISPLAY": ":0"], true), (["WAYLAND_DISPLAY": "wayland-0"], true), (["DISPLAY": ""], !needsDisplay),
      (["DISPLAY": ":0", "SSH_CONNECTION": "a 1 b 2"], false), (["DISPLAY": ":0", "SSH_CLIENT": "a"], false),
      (["DISPLAY": "localhost:10.0", "SSH_TTY": "/dev/pts/1"], false), (["DISPLAY": ":0", "SSH_TTY": ""], true),
    ] as [([String: String], Bool)])
  func known(_ environment: [String: String], _ isThere: Bool) {
    #expect((Browser(Environment(environment), isForbidden: false) != nil) == isThere)
    #expect(Browser(Environment(environment), isForbidden: true) == nil)
  }

  /// Returns a session at the prompt for the secret of a provider whose guide has a page.
  private func session(_ folder: ProcessFolder, _ environment: [String: String], _ options: [String] = []) throws -> PtySession {
    try Tool.terminal(
      ["--provider", "yandex", "--email", "me@yandex.com"] + options,
      environment: ["PATH": "\(folder.path):/usr/bin:/bin", "ACCESSIBLE": ""].merging(environment) { $1 })
  }

  @Test("ux-31: Ctrl-O opens the page of the step, with its address as the only argument; the prompt stays")
  func opens() throws {
    let folder = try ProcessFolder()
    // Both names, for both systems. The record is written to another file and moved, so that the test never reads a
    // part.
    let record = "{ echo \"$#\"; printf '%s\\n' \"$@\"; } > \(folder.path)/part; mv \(folder.path)/part \(folder.path)/argv"
    for name in ["xdg-open", "open"] { _ = try folder.script(record, named: name) }
    // The page of the part of the guide that is read first.
    let steps = try #require(Tool.catalog.provider(id: "yandex")?.steps)
    let page = try #require(steps.first { $0.part == steps.first?.part && $0.url != nil }?.url)
    let session = try session(folder, ["DISPLAY": ":77"])
    try session.wait(for: "Ctrl-O: page")
    try session.type("\u{f}")
    try session.wait(for: "Opened \(page.text)")
    try session.wait("the call") { folder.names.contains("argv") }
    #expect(ProcessFolder.read("\(folder.path)/argv").map { String(decoding: $0, as: UTF8.self) } == "1\n\(page.text)\n")
    try session.wait(for: "Ctrl-O: page")
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(2))
  }

  @Test(
    "ux-31: without a browser, the key is not offered and opens nothing",
    arguments: [["SSH_CONNECTION": "a 1 b 2", "DISPLAY": ":0"], ["DISPLAY": ""], ["DISPLAY": ":0", "option": "--no-browser"]])
  func opensNothing(_ given: [String: String]) throws {
    guard Self.needsDisplay || given["DISPLAY"] != "" else { return }
    let folder = try ProcessFolder()
    for name in ["xdg-open", "open"] { _ = try folder.script("touch \(folder.path)/called", named: name) }
    let session = try session(folder, given, given["option"].map { [$0] } ?? [])
    try session.wait(for: "Shift-Tab: back")
    #expect(!session.text.contains("opens the page"))
    try session.type("\u{f}")
    // A bell, and the prompt again: the program has read the key.
    try session.wait("a bell") { session.capture.contains(7) }
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(2))
    #expect(!folder.names.contains("called"))
    #expect(!session.text.contains("Opened"))
  }

  @Test("ux-31: a browser that cannot be started is reported, and the address is printed for copying")
  func missing() throws {
    let folder = try ProcessFolder()
    let session = try session(folder, ["DISPLAY": ":77", "PATH": folder.path])
    try session.wait(for: "Ctrl-O: page")
    try session.type("\u{f}")
    try session.wait(for: "Cannot open a browser here.")
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(2))
  }
}
