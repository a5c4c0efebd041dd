// Fuzzes the keyboard: octets with pauses anywhere, through the decoder into both editors.

import Terminal
import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func keys(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard let first = octets.first else { return }
    // The number of octets between pauses; 0 means no pauses.
    let pause = Int(first % 8)
    var decoder = KeyDecoder()
    var line = LineEditor()
    let secret = SecretEditor()
    for (position, octet) in octets.dropFirst().enumerated() {
      var keys = decoder.take(octet)
      if pause > 0, position % pause == 0 { keys += decoder.lapse() }
      for key in keys {
        _ = line.apply(key)
        let before = secret.characters
        always(secret.apply(key) || secret.characters == before, "a key without a meaning changes no secret")
      }
      let columns = 5 + position % 80
      let view = line.view(columns: columns)
      always(Width.of(view.text) < columns, "the line fits its window")
      always((0..<columns).contains(view.cursor), "the cursor stands in the window")
    }
    always(line.cursor <= line.text.count, "the cursor stands in the line")
    always(secret.characters <= Secret.limit + 64, "a secret has a limit")
  }
}
