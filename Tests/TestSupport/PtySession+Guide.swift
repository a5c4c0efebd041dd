// The way back through the pages of a guide, in line mode.

extension PtySession {
  /// Goes back through the pages of the guide until the program waits behind `prompt`. Throws if it does not.
  package func goBack(to prompt: String) throws {
    turnsPages = false
    defer { turnsPages = true }
    let ends = ["?: all: ", "o: page: ", prompt]
    var seen = 0
    for _ in 0..<8 {
      // A page is answered once.
      try wait("page of the guide, or “\(prompt)”") { capture.count > seen && ends.contains { text.hasSuffix($0) } }
      if text.hasSuffix(prompt) { return }
      seen = capture.count
      try enter("b")
    }
  }
}
