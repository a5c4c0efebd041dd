// The independent reader of all codes: zbarimg of the ZBar project.

import Testing

package enum BarcodeReader {
  package static let isThere = Equipment.isThere("zbarimg")
  package static let why = Equipment.why("zbarimg")

  /// Reads images, all in one call, and expects that each contains the octets that belong to it.
  package static func expect(_ images: [(name: String, image: [UInt8], octets: [UInt8])], ending: String) throws {
    let folder = try ProcessFolder()
    let files = try images.enumerated().map { number, item in try folder.write(item.image, to: "\(number).\(ending)") }
    // Without -Sbinary it guesses the character set of short texts.
    let call = ProcessCall(
      Equipment.path("zbarimg"), ["--nodbus", "--quiet", "--raw", "-Sbinary"] + files, environment: ProcessBuilt.environment())
    let result = try call.run(within: 300)
    #expect(result.end == .exited(0), "\(result.complaint.suffix(500))")
    // The octets of all images, without anything between them.
    var rest = result.output[...]
    for item in images {
      guard rest.starts(with: item.octets) else {
        Issue.record("\(item.name): read \(Array(rest.prefix(40))), expected \(item.octets.prefix(40))")
        return
      }
      rest = rest.dropFirst(item.octets.count)
    }
    #expect(rest.isEmpty)
  }
}
