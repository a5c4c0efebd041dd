// The way back through the pages of a guide, in line mode.

extension PtySession {
  /// Goes back through the pages of the guide until the program waits behind `prompt`. Throws if it does not.
  package func goBack(to prompt: String) throws {
    turnsPages = false
    defer { turnsPages = true }
    let ends = ["?: all: ", "o: page: ", prompt]
    for _ in 0..<8 {
      try wait("page of the guide, or “\(prompt)”") { ends.contains { text.hasSuffix($0) } }
      if text.hasSuffix(prompt) { return }
      try enter("b")
    }
  }
}
