// Tests of the code at the terminal: what is drawn can be read, or nothing is drawn.

import Output
import Platform
import Posix
import QRCode
import Terminal
import TestSupport
import Testing

@Suite("QR codes: at the terminal") struct ViewTests {
  private static let whiteOnBlack = "\u{1b}[38;5;231;48;5;232m"

  /// Returns what `work` writes to a terminal of this size.
  private static func drawn(columns: Int, rows: Int, colour: Bool, _ work: (Screen) throws -> Void) throws -> [UInt8] {
    let (master, path) = try PtyPair.make()
    let number = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard number >= 0 else { throw ProcessFailure("no terminal at \(path)") }
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(master.number, UInt(TIOCSWINSZ), &size) == 0 else { throw ProcessFailure("no size of a terminal") }
    // A terminal holds only a few kilobytes: another thread empties it until the side of the program is closed.
    let reader = try Worker<[UInt8]>.start {
      var (all, octets) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
      while true {
        let count = Platform.read(master.number, &octets, octets.count)
        if count > 0 {
          all += octets.prefix(count)
        } else if count == 0 || errno == EIO {
          return all
        } else {
          usleep(1_000)
        }
      }
    }
    do {
      let terminal = FileDescriptor(number)
      defer { withExtendedLifetime(terminal) {} }
      try work(Screen(number, usesColour: colour))
    }
    let latch = try #require(Interrupt())
    return try reader.wait(until: .after(seconds: 60), or: latch)
  }

  /// The pixels that a user sees: two for each character, black where the background is.
  private static func pixels(_ octets: [UInt8], side: Int, columns: Int, rows: Int) throws -> Bitmap {
    var terminal = VirtualTerminal(columns: columns, rows: rows)
    terminal.feed(octets)
    #expect(terminal.unknown == [])
    let lines = terminal.everything
    // A line that was wrapped, or one that scrolled away, would be one more.
    #expect(lines.count == (side + 1) / 2 && terminal.screen.first == lines.first)
    return try #require(Bitmap(halfBlocks: lines))
  }

  private static let octets: [[UInt8]] = [
    Array("https://account.mail.ru/user/2-step-auth/passwords".utf8), Contents.account, Contents.chinese(300),
    Contents.random(997, seed: 9),
    Contents.random(1_273, seed: 10),
  ]

  @Test(
    "is read from the screen, white on black by its own colors, or by the color of the text",
    .enabled(if: BarcodeReader.isThere, BarcodeReader.why))
  func read() throws {
    var images: [(name: String, image: [UInt8], octets: [UInt8])] = []
    for octets in Self.octets {
      for colour in [true, false] {
        let code = try QRCode.of(octets, .low)
        let side = code.side + 8
        let (columns, rows) = (side, (side + 1) / 2 + 1)
        let drawn = try Self.drawn(columns: columns, rows: rows, colour: colour) { try QRCodeView(code).show(on: $0) }
        let lines = String(decoding: drawn, as: UTF8.self).split(separator: "\r\n")
        for line in lines {
          #expect(line.contains("\u{1b}") == colour)
          if colour { #expect(line.hasPrefix(Self.whiteOnBlack) && line.hasSuffix("\u{1b}[0m") && line.count { $0 == "\u{1b}" } == 2) }
        }
        let image = try Self.pixels(drawn, side: side, columns: columns, rows: rows)
        #expect(image == Bitmap(code))
        images.append(("\(octets.count) octets, colour: \(colour)", image.pbm, octets))
      }
    }
    try BarcodeReader.expect(images, ending: "pbm")
  }

  @Test("is refused as a whole if a column or a row is missing, or without a terminal", arguments: octets) func refused(_ octets: [UInt8])
    throws
  {
    let view = QRCodeView(try QRCode.of(octets, .low))
    let side = try QRCode.of(octets, .low).side + 8
    let (columns, rows) = (side, (side + 1) / 2 + 1)
    for (width, height) in [(columns - 1, rows), (columns, rows - 1), (columns - 1, 400), (400, rows - 1), (1, 1), (10, 3)] {
      let drawn = try Self.drawn(columns: width, rows: height, colour: true) { screen in
        #expect(throws: Screen.PictureError.tooSmall(columns: columns, rows: rows)) { try view.check(on: screen) }
        #expect(throws: Screen.PictureError.tooSmall(columns: columns, rows: rows)) { try view.show(on: screen) }
      }
      #expect(drawn == [], "\(width) × \(height)")
    }
    let folder = try ProcessFolder()
    let number = open(try folder.write([], to: "output"), O_WRONLY | O_CLOEXEC)
    let file = FileDescriptor(number)
    #expect(throws: Screen.PictureError.notATerminal) { try view.show(on: Screen(file.number, usesColour: true)) }
    #expect(ProcessFolder.read("\(folder.path)/output") == [])
  }
}
