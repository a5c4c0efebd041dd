// Tests of files that are not certificate authorities: none of them keeps the program waiting, however it is specified.

import LoopbackServer
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("files of authorities", .waiting)
struct AuthorityFileTests {
  /// A file that must not be read to its end, or cannot be.
  enum Odd: String, Sendable, CaseIterable {
    case fifo, linkToFIFO, endless, directory, huge, damaged, noCertificates

    /// Creates it in `folder` and returns its path.
    func make(in folder: ProcessFolder, named name: String = "odd") throws -> String {
      let path = "\(folder.path)/\(name)"
      switch self {
      case .fifo: try #require(mkfifo(path, 0o600) == 0)
      case .linkToFIFO:
        try #require(mkfifo("\(folder.path)/pipe", 0o600) == 0)
        try #require(symlink("pipe", path) == 0)
      case .endless: try #require(symlink("/dev/zero", path) == 0)
      case .directory: try #require(mkdir(path, 0o700) == 0)
      case .huge:
        _ = try folder.write([], to: name)
        try #require(truncate(path, 1 << 30) == 0)
      case .damaged:
        let pem = String(decoding: try CertificateAuthority().pem, as: UTF8.self)
        _ = try folder.write((pem + pem.replacing("\nM", with: "\n!", maxReplacements: 1)).utf8, to: name)
      case .noCertificates: _ = try folder.write("nothing\n".utf8, to: name)
      }
      return path
    }
  }

  /// How the call specifies the file.
  enum Place: Sendable, CaseIterable { case option, file, directory }

  private static func call(_ arguments: [String], _ environment: [String: String] = [:]) throws -> ProcessResult {
    let call = try ProcessBuilt.call(arguments + ["--secret-from", "stdin", "--timeout", "5"], environment: environment)
    return try call.with { $0.input = .text("a secret\n") }.run(within: 10)
  }

  @Test("fault-fifo-as-ca-file: refused immediately, by its name", arguments: Odd.allCases)
  func option(_ odd: Odd) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let folder = try ProcessFolder()
    let path = try odd.make(in: folder)
    let result = try Self.call(account.arguments.map { $0 == account.caFile ? path : $0 })
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains(path), "\(result.complaint)")
    #expect(result.seconds < 10)
    #expect(account.received == [])
  }

  @Test(
    "fault-fifo-as-ca-file: with SSL_CERT_FILE and in SSL_CERT_DIR too, also beside --ca-file",
    arguments: [Odd.fifo, .linkToFIFO, .endless, .huge], ["SSL_CERT_FILE", "SSL_CERT_DIR", "second of SSL_CERT_DIR"])
  func environment(_ odd: Odd, _ variable: String) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let (folder, empty) = (try ProcessFolder(), try ProcessFolder())
    // 0123abcd.0 is the file that OpenSSL would open for a root whose name has this hash.
    let path = try odd.make(in: folder, named: "0123abcd.0")
    let environment =
      switch variable {
      case "SSL_CERT_FILE": ["SSL_CERT_FILE": path, "SSL_CERT_DIR": empty.path]
      case "SSL_CERT_DIR": ["SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": folder.path]
      default: ["SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": "\(empty.path):\(folder.path)"]
      }
    for arguments in [account.arguments, account.arguments.dropLast(2)] {
      let result = try Self.call(Array(arguments), environment)
      #expect(result.end == .exited(66))
      #expect(result.complaint.contains(path), "\(result.complaint)")
      #expect(result.seconds < 10)
    }
    #expect(account.received == [])
  }

  @Test("fault-fifo-as-ca-file: good roots are read from each of the three places", arguments: Place.allCases)
  func good(_ place: Place) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let pem = try #require(ProcessFolder.read(account.caFile))
    let (folder, empty) = (try ProcessFolder(), try ProcessFolder())
    let file = try folder.write(Array("A comment.\n".utf8) + pem, to: "roots.pem")
    let bare = Array(account.arguments.dropLast(2))
    let result: ProcessResult
    switch place {
    case .option: result = try Self.call(bare + ["--ca-file", file], ["SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": "/nonexistent"])
    case .file: result = try Self.call(bare, ["SSL_CERT_FILE": file, "SSL_CERT_DIR": empty.path])
    case .directory:
      let shell = ProcessCall("/usr/bin/openssl", ["x509", "-hash", "-noout", "-in", file], environment: [:])
      let hash = try shell.run().text.split(separator: "\n").first.map(String.init)
      _ = try folder.write(pem, to: "\(try #require(hash)).0")
      result = try Self.call(bare, ["SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": "\(empty.path):\(folder.path)"])
    }
    #expect(result.end == .exited(0), "\(result.complaint)\(result.text)")
  }
}
