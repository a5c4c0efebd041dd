// A server that opens no mailbox before the client has sent ID (RFC 2971), like NetEase's: clients that send it open the inbox
// with the exported file, and the others are refused before anything is written.

import Foundation
import MailClients
import RealServers
import TestSupport
import Testing

/// The version since which a client sends ID if the configuration turns it on, or `nil` for one that never does.
enum Introduction {
  static let clients: [(client: MailClient, since: ClientVersion?)] = [
    (.offlineimap, "0"), (.getmail, "6.19.00"), (.neomutt, "20230407"), (.mbsync, nil), (.mutt, nil), (.aerc, nil),
  ]
  static let areThere = (["python3", "openssl"] + clients.map(\.client.rawValue)).allSatisfy(Equipment.isThere)
}

@Suite("at a server that demands ID", .enabled(if: Introduction.areThere, "skipped: missing clients"), .waiting)
struct IdentificationTests {
  @Test(
    "those that introduce themselves open the inbox with the written file; the others are refused, and rightly",
    arguments: Introduction.clients)
  func opens(_ client: MailClient, _ since: ClientVersion?) throws {
    let server = try Server()
    let home = try Home()
    let canIntroduce = try since.map { try !Equipment.isOlder(client, than: $0) } ?? false
    let refused = try home.export([client.rawValue, "--write"] + server.account)
    #expect((refused.end == .exited(78)) == !canIntroduce, "\(refused.complaint)")
    #expect(home.files() == [])
    if !canIntroduce, since != nil {
      // An older version does not know the setting: the client refuses the file, even if the user consented with --yes.
      let result = try home.export([client.rawValue, "--write", "--yes"] + server.account)
      #expect(result.end == .exited(65), "\(result.complaint)")
      #expect(home.files() == [])
      return
    }
    // The others are written with --yes.
    try home.write(client.rawValue, server.account)
    let certificate = "\(server.folder.path)/certificate.pem"
    try ClientSession.trust(certificate, in: home)
    let session = try ClientSession.start(client, .imap, of: "me@163.com", in: home, trusting: certificate)
    let log = try server.log(until: canIntroduce ? "opened" : "refused")
    #expect(log.contains(canIntroduce ? "opened\n" : "login\nrefused\n"), "\(log) \(session.said)")
    #expect(log.contains("id\n") == canIntroduce)
    #expect(!log.contains(canIntroduce ? "refused" : "opened"))
    withExtendedLifetime(session) {}
  }

  @Test("the others are refused with those that can, and nothing is written", arguments: ["mbsync", "mutt", "aerc", "neomutt", "getmail"])
  func refused(_ client: String) throws {
    let home = try Home()
    let account = ["--provider", "163", "--email", "me@163.com"]
    // The last versions of NeoMutt and getmail that do not send ID.
    let folder = try ProcessFolder()
    _ = try folder.script("echo NeoMutt 20220429", named: "neomutt")
    _ = try folder.script("echo getmail 6.18.11", named: "getmail")
    let result = try home.export([client, "--write"] + account, environment: ["PATH": "\(folder.path):/usr/bin:/bin"])
    #expect(result.end == .exited(78))
    #expect(result.complaint.contains("himalaya, offlineimap"))
    #expect(home.files() == [])
  }

  @Test("the scripts of fetchmail and curl are refused as well, and cannot open the inbox", arguments: [MailClient.fetchmail, .curl])
  func scripts(_ client: MailClient) throws {
    guard Equipment.isThere(client.rawValue) else { return }
    let server = try Server()
    let home = try Home()
    let refused = try home.export([client.rawValue] + server.account)
    #expect(refused.end == .exited(78), "\(refused.complaint)")
    #expect(refused.output == [])
    let script = try home.write(try home.export([client.rawValue, "--yes"] + server.account).output, to: "script")
    let certificate = "\(server.folder.path)/certificate.pem"
    let further = client == .fetchmail ? ["--check", "--pidfile", "\(home.path)/pid"] : []
    let result = try ProcessCall(
      "/bin/sh", [script] + further,
      environment: ProcessBuilt.environment(home.environment(["SSL_CERT_FILE": certificate, "CURL_CA_BUNDLE": certificate]))
    ).run(within: 60)
    let log = try server.log(until: "refused")
    #expect(log == "login\nrefused\n", "\(result.text)\(result.complaint)")
  }

  /// The part of an IMAP server that the clients need, with the reply of NetEase's.
  final class Server {
    let folder: ProcessFolder
    private let run: ProcessRun
    private let port: Int

    init() throws {
      folder = try ProcessFolder()
      let (path, key) = ("\(folder.path)/certificate.pem", "\(folder.path)/key.pem")
      let made = try ProcessCall(
        Equipment.path("openssl"),
        [
          "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", path, "-days", "2", "-subj", "/CN=localhost", "-addext",
          "subjectAltName=DNS:localhost",
        ], environment: ProcessBuilt.environment()
      ).run()
      #expect(made.end == .exited(0), "\(made.complaint)")
      let script = try folder.write(Self.program.utf8, to: "server.py")
      run = try ProcessCall(Equipment.path("python3"), [script, folder.path], environment: ProcessBuilt.environment()).start()
      let deadline = Date(timeIntervalSinceNow: 20)
      while true {
        if let text = ProcessFolder.read("\(folder.path)/port"), let number = Int(String(decoding: text, as: UTF8.self)) {
          port = number
          break
        }
        guard Date() < deadline else { throw ProcessFailure("the server does not start") }
        usleep(20_000)
      }
    }

    /// The arguments for an account of 163.com at this server.
    var account: [String] {
      [
        "--provider", "163", "--email", "me@163.com", "--imap", "localhost:\(port)", "--imap-security", "tls", "--smtp", "localhost:1",
        "--smtp-security", "tls", "--secret-command", "echo right",
      ]
    }

    func log(until word: String) throws -> String {
      let deadline = Date(timeIntervalSinceNow: 10)
      while true {
        let text = ProcessFolder.read("\(folder.path)/log").map { String(decoding: $0, as: UTF8.self) } ?? ""
        if text.contains(word) || Date() > deadline { return text }
        usleep(20_000)
      }
    }

    private static let program = """
      import socket, ssl, sys, threading, os
      folder = sys.argv[1]
      log = open(folder + "/log", "a", buffering=1)
      context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
      context.load_cert_chain(folder + "/certificate.pem", folder + "/key.pem")
      listener = socket.create_server(("127.0.0.1", 0))
      with open(folder + "/port.new", "w") as file: file.write(str(listener.getsockname()[1]))
      os.rename(folder + "/port.new", folder + "/port")

      def serve(plain):
          try:
              with context.wrap_socket(plain, server_side=True) as stream:
                  file = stream.makefile("rwb", buffering=0)
                  def say(line): file.write(line.encode() + b"\\r\\n")
                  say("* OK ready")
                  known = False
                  while line := file.readline():
                      tag, command = line.decode().split(" ", 2)[0], line.decode().split(" ", 2)[1].strip().upper()
                      if command == "CAPABILITY": say("* CAPABILITY IMAP4rev1 ID AUTH=PLAIN")
                      elif command == "ID":
                          known = True
                          log.write("id\\n")
                          say("* ID (\\"name\\" \\"x\\")")
                      elif command == "LOGIN":
                          log.write("login\\n")
                      elif command == "AUTHENTICATE":
                          say("+ ")
                          file.readline()
                          log.write("login\\n")
                      elif command in ("LIST", "LSUB"): say("* %s () \\"/\\" INBOX" % command)
                      elif command in ("SELECT", "EXAMINE"):
                          if not known:
                              log.write("refused\\n")
                              say(tag + " NO %s Unsafe Login. Please contact kefu@188.com for help" % command)
                              continue
                          log.write("opened\\n")
                          say("* 0 EXISTS\\r\\n* 0 RECENT\\r\\n* FLAGS (\\\\Seen)\\r\\n* OK [UIDVALIDITY 1] x\\r\\n* OK [UIDNEXT 1] x\\r\\n* OK [PERMANENTFLAGS (\\\\Seen)] x")
                      elif command == "LOGOUT": say("* BYE")
                      say(tag + " OK done")
                      if command == "LOGOUT": break
          except OSError: pass

      while True: threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
      """
  }
}
