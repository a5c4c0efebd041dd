// Fuzzes the reader of DNS answers, as the system's resolver returns them. The two functions below replace the
// resolver's own, so that no query is sent and no time passes.

import CResolv
import Discovery
import Platform
import Posix
import Vocabulary

nonisolated(unsafe) private var answer: [UInt8] = []
private let interrupt = Interrupt()

@_cdecl("__res_ninit")
func initialise(_ state: UnsafeMutableRawPointer?) -> CInt { 0 }

@_cdecl("__res_nclose")
func close(_ state: UnsafeMutableRawPointer?) {}

@_cdecl("res_nquery")
func query(
  _ state: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ domain: CInt, _ type: CInt, _ buffer: UnsafeMutablePointer<UInt8>?,
  _ size: CInt
) -> CInt {
  let count = min(answer.count, Int(size))
  for index in 0..<count { buffer?[index] = answer[index] }
  return CInt(count)
}

@_cdecl("LLVMFuzzerTestOneInput")
func dnsAnswers(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    answer = octets
    for (type, numbers) in [(Int32(15), 1), (33, 3)] {
      guard case .records(let records) = Platform.ask("example.org", type: type, numbers: numbers, limit: 50) else { continue }
      always(!records.isEmpty && records.count <= 50, "a handful of records")
      for record in records {
        always(record.numbers.count == numbers, "as many numbers as there have to be")
        always(record.name.utf8.count <= 1_024, "a name has an end")
      }
    }
    // Each look-up starts five threads, so only one input in sixteen runs one.
    guard octets.count % 16 == 0, let domain = HostName("example.org"), let interrupt else { return }
    guard let found = try? MailDNS.records(of: domain, until: .after(seconds: 1), or: interrupt) else { return }
    always(found.mx.allSatisfy { $0.host.labels.count > 1 }, "who takes mail has a whole name")
    for service in found.services.values.joined() {
      always(service.host.map { $0.labels.count > 1 && service.port > 0 } ?? true, "a service has a whole name and a port")
    }
  }
}
