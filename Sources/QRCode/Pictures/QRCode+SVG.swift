// A QR code as an SVG image (W3C SVG 1.1).

import Vocabulary

extension QRCode {
  /// Returns an SVG image, with the quiet zone: black rectangles on white, each a horizontal run of dark modules. Whoever reads it reads the
  /// octets of the code, hence a `Secret`.
  package var svg: Secret {
    let width = side + 2 * Self.quietZone
    let file = SecretBuffer()
    file.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width * 8)\" height=\"\(width * 8)\"".utf8)
    file.append(" viewBox=\"0 0 \(width) \(width)\" shape-rendering=\"crispEdges\">\n".utf8)
    file.append("<path fill=\"#fff\" d=\"M0 0h\(width)v\(width)H0z\"/>\n<path fill=\"#000\" d=\"".utf8)
    for row in 0..<side {
      var column = 0
      while column < side {
        let start = column
        while self[column, row] { column += 1 }
        if column > start { Self.run(from: start, to: column, row, in: file) }
        column += 1
      }
    }
    file.append("\"/>\n</svg>\n".utf8)
    return file.secret
  }

  /// Appends one rectangle. Its numbers show the octets of the code, so they do not become a `String`.
  private static func run(from start: Int, to end: Int, _ row: Int, in file: SecretBuffer) {
    file.append(UInt8(ascii: "M"))
    number(start + quietZone, in: file)
    file.append(UInt8(ascii: " "))
    number(row + quietZone, in: file)
    file.append(UInt8(ascii: "h"))
    number(end - start, in: file)
    file.append("v1H".utf8)
    number(start + quietZone, in: file)
    file.append(UInt8(ascii: "z"))
  }

  /// Appends a number of at most three digits.
  private static func number(_ value: Int, in file: SecretBuffer) {
    for power in [100, 10, 1] where value >= power || power == 1 { file.append(UInt8(ascii: "0") + UInt8(value / power % 10)) }
  }
}
