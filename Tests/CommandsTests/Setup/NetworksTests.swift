// The trusted roots are read once per run, however many accounts are checked.

import LoopbackServer
import Net
import Operations
import Posix
import TestSupport
import Testing

@Suite("The networks of a run", .waiting) struct NetworksTests {
  @Test("roots are read once; other roots are read again") func once() throws {
    let folder = try ProcessFolder()
    let file = try folder.write(try CertificateAuthority().pem, to: "authority.pem")
    let interrupt = try #require(Interrupt())
    let networks = Networks(interrupt: interrupt)
    _ = try networks.network(trusting: .systemAnd(file: file))
    _ = try folder.write("damaged".utf8, to: "authority.pem")
    _ = try networks.network(trusting: .systemAnd(file: file))
    #expect(throws: (any Error).self) { try Networks(interrupt: interrupt).network(trusting: .systemAnd(file: file)) }
    #expect(throws: (any Error).self) { try networks.network(trusting: .systemAnd(file: file + ".other")) }
  }
}
