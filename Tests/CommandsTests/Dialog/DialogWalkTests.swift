// Every question that the screen can ask is asked as an object too, with the keys that the help lists.

import AccountStore
import Foundation
import Sentences
import TestSupport
import Testing
import Vocabulary

@testable import Prompts

@Suite("a dialog with another program asks every question", .waiting) struct DialogWalkTests {
  /// The questions that need the DNS. SystemResolverTests+Dialog asks them.
  private static let elsewhere: Set<QuestionID> = [.servers, .company, .agreeToNearServers]

  private let home: Home
  private let host: MailHost
  private let files: ProcessFolder
  private let bin: ProcessFolder

  init() throws {
    (home, host, files, bin) = (try Home(), try MailHost(), try ProcessFolder(), try ProcessFolder())
    _ = try bin.script("exit 0", named: "xdg-open")
    // A keyring with another secret under the same name.
    _ = try bin.script("case \"$1\" in show) echo other;; ls) exit 0;; esac", named: "pass")
    _ = try files.write("x\n".utf8, to: ".gpg-id")
    #expect(mkdir("\(files.path)/mail", 0o700) == 0)
    _ = try files.write("x".utf8, to: "mail/anna@example.org.gpg")
  }

  private func run(_ arguments: [String], _ answers: [QuestionID: [DialogReply]]) throws -> DialogLog {
    let environment = home.environment.merging([
      "PATH": "\(bin.path):/usr/bin:/bin", "DISPLAY": ":7", "PASSWORD_STORE_DIR": files.path,
    ]) { $1 }
    let log = try DialogSession(arguments: arguments, environment: environment, answers: answers).run { whole in
      #expect(!whole.contains(MailHost.secret) && !whole.contains("not-the-secret"), "\(arguments)")
    }
    #expect(log.objects.last?["kind"].text == "end", "\(arguments): \(log.errors)")
    return log
  }

  /// A provider that takes tokens only, from an app with a client secret.
  private func catalog() throws -> String {
    var catalog = try #require(try JSONSerialization.jsonObject(with: Bundled.octets()) as? [String: Any])
    let providers = try #require(catalog["providers"] as? [[String: Any]])
    var entry = try #require(providers.first { $0["id"] as? String == "outlook" })
    entry["oauth"] = try #require(providers.first { $0["id"] as? String == "mail-ru" })["oauth"]
    (entry["id"], entry["aliases"], entry["domains"]) = ("own", [String](), ["own.example"])
    entry["mx"] = nil
    (catalog["providers"], catalog["brands"], catalog["mailFronts"], catalog["common"]) = ([entry], nil, nil, nil)
    return try files.write(JSONSerialization.data(withJSONObject: catalog), to: "catalog.json")
  }

  private func conversations() throws -> [DialogLog] {
    let own = ["--email", "anna@example.org"] + host.arguments
    let msmtprc = """
      defaults
      tls on
      tls_starttls off
      auth oauthbearer
      passwordeval "/bin/cat /nonexistent"
      tls_trust_file \(host.caFile)
      account one
      host localhost
      port 465
      user anna@example.org
      from anna@example.org
      account two
      host smtp.example.org
      port 465
      user bob@example.org
      from bob@example.org
      """
    let configuration = try files.write(msmtprc.utf8, to: "msmtprc")
    var logs: [DialogLog] = []
    logs.append(try run([], [.provider: [.text("Me <me@yandex.com>")], .addressIsRight: [.flag(false)]]))
    logs.append(
      try run(
        [],
        [
          .provider: [
            .text("outl"), .text("网易"), .text("me@gmial.com"), .text("no such provider"), .text(""),
            .action(.byHand), .action(.byHand),
          ],
          .whichProvider: [.action(.back)], .brand: [.action(.back)], .similarAddress: [.action(.back)],
          .serverIsRight: [.flag(false)],
          .imapServer: [.text("not a server!"), .action(.help), .text("imap.bücher.example"), .text("localhost:1"), .action(.back)],
          .smtpServer: [.text("localhost:2")],
          .address: [.text("me@nowhere.example")], .agreeToServers: [.flag(true)], .enterAnyway: [.flag(false)],
        ]))
    logs.append(
      try run(
        ["--provider", "yandex"],
        [
          .address: [.text("nobody"), .text("me@yandex,com"), .text("me@gmail.com")], .correctedAddress: [.text("again")],
          .addressElsewhere: [.action(.back)],
        ]))
    logs.append(try run(["--provider", "icloud"], [.address: [.text("me@own.example")], .providerAddress: [.action(.back)]]))
    logs.append(
      try run(
        ["--provider", "outlook", "--email", "me@outlook.com"],
        [
          .signIn: [.text("command"), .text("about-apps"), .text("mail-clients"), .text("device"), .text("elsewhere")],
          .elsewhere: [.text("steps"), .action(.back)], .helperCommand: [.action(.back)],
          .showRegistration: [.flag(true), .flag(false)], .printAutoconfig: [.flag(true)], .clientID: [.action(.back)],
        ]))
    logs.append(
      try run(
        ["--catalog", catalog(), "--email", "me@own.example"],
        [
          .signIn: [.text("paste")], .showRegistration: [.flag(false)], .clientID: [.text("an-id")],
          .clientSecret: [.text("x"), .action(.back)],
        ]
      ))
    logs.append(
      try run(
        ["--provider", "demo-oauth", "--email", "demo@demo-oauth.invalid"],
        [.signIn: [.text("paste")], .review: [.text("verify")], .signInAnswer: [.text("https://elsewhere.example/not-the-secret")]]))
    logs.append(
      try run(
        ["--provider", "demo", "--email", "demo@demo.invalid"],
        [
          .secret: [.text("not-the-secret"), .action(.help), .text("not-the-\nsecret"), .text("abcd-efgh-ijkl-mnop")],
          .sendAnyway: [.flag(true)], .afterFailure: [.text("log"), .text("guide"), .text("other-secret")],
          .logFile: [.text("\(files.path)/log")],
        ]))
    logs.append(
      try run(
        own,
        [
          .review: ["imap-server", "smtp-server", "ca-file", "verify", "username", "verify", "verify"].map { .text($0) },
          .imapServer: [.initial], .imapEncryption: [.text("tls")], .smtpServer: [.initial], .smtpEncryption: [.text("tls")],
          .authorityFile: [.initial], .secret: [.text("not-the-secret"), .text(MailHost.secret), .text(MailHost.secret)],
          .afterFailure: [.text("change"), .text("other-secret")], .username: [.action(.back)],
          .afterSuccess: ["settings", "export", "save", "save", "export", "export", "done"].map { .text($0) },
          .saveFirst: [.flag(false)],
          .mailClient: [.text("msmtp"), .text("msmtp"), .text("json"), .action(.back)],
          .clientFile: [.text("print"), .text("write"), .text("save"), .action(.back)], .writeFile: [.flag(true)],
          .configurationFile: [.text("\(files.path)/msmtprc"), .action(.back)], .replaceFile: [.flag(false)],
          .accountName: [.text("work"), .text("work")], .keyring: [.text("pass"), .text("file")], .replaceEntry: [.flag(false)],
          .saveUnencrypted: [.flag(true)],
        ]))
    logs.append(
      try run(["--email", "me@gmail.com"] + host.arguments, [.agreeToServers: [.flag(false)]]))
    logs.append(
      try run(
        ["--provider", "yandex", "--email", "me@yandex.com"],
        [.guide: [.action(.help), .action(.page), .initial, .action(.back)], .secret: [.action(.page), .action(.back)]]))
    var account = try host.account("edited", address: "bob@example.org", secret: host.command("not-the-secret"))
    account.authorityFile = host.caFile
    let other = try host.account("other", address: "bob@example.org", secret: nil)
    try home.registry.update { $0 += [account, other] }
    logs.append(try run([], [.provider: [.text("bob@example.org")], .whichAccount: [.text("edited")], .savedAccount: [.action(.back)]]))
    let port = host.arguments[1].split(separator: ":").last.map(String.init) ?? ""
    logs.append(
      try run(
        ["accounts", "edit", "edited"],
        [
          .address: [.initial], .imapServer: [.text("127.0.0.1:\(port)")], .smtpServer: [.initial], .imapUsername: [.initial],
          .smtpUsername: [.initial], .keepAuthority: [.flag(true)], .editAgain: [.flag(false)],
        ]))
    logs.append(
      try run(
        ["import", "msmtp", configuration], [.importedAccount: [.text("1")], .trustAuthority: [.flag(false)], .runCommand: [.flag(false)]]))
    logs.append(try run(["send-test", "edited"], [.sendMessage: [.flag(false)]]))
    logs.append(try run(["export", "msmtp", "work", "--remove"], [.removeFromFile: [.flag(false)]]))
    logs.append(try run(["accounts", "remove", "edited"], [.removeAccounts: [.flag(false)]]))
    return logs
  }

  @Test("each is asked, by the keys that the help lists, and no secret is in any object") func walk() throws {
    let logs = try conversations()
    let asked = Set(logs.flatMap(\.questions).compactMap { $0["id"].text.flatMap(QuestionID.init(rawValue:)) })
    #expect(Set(QuestionID.allCases).subtracting(asked).subtracting(Self.elsewhere) == [], "never asked")
    var kinds: Set<DialogKind> = []
    for object in logs.flatMap(\.objects) {
      let kind = try #require(object["kind"].text.flatMap(DialogKind.init(rawValue:)), "\(object)")
      kinds.insert(kind)
      let described = try #require(DialogObject.allCases.first { $0.kinds.contains(kind) })
      #expect(object.keys == Set(described.keys.map(\.name) + ["kind"]), "\(object)")
      for choice in object["choices"].list { #expect(choice.keys == Set(DialogObject.choice.keys.map(\.name))) }
      let ids = object["choices"].list.compactMap { $0["id"].text }
      #expect(Set(ids).count == ids.count && ids.count == object["choices"].list.count, "\(object)")
      for action in object["allowed"].texts where action != "answer" { #expect(DialogAction(rawValue: action) != nil) }
      if kind == .error { #expect(DialogError.spoken.map(\.rawValue).contains(object["error"].text ?? "")) }
      if kind == .end { #expect(DialogEnd(rawValue: object["reason"].text ?? "") != nil) }
      // The ids of fixed choices are part of the help.
      if let id = object["id"].text.flatMap(QuestionID.init(rawValue:)), Self.fixed.contains(id) {
        #expect(Set(ids).isSubset(of: id.answers), "\(id): \(ids)")
      }
    }
    #expect(kinds == Set(DialogKind.allCases))
    // Each begins with the version and ends with the status of the process.
    for log in logs {
      #expect(log.objects.first?["kind"].text == "start" && log.all(.start).count == 1 && log.all(.end).count == 1)
      #expect(log.end == .exited(Int32(log.objects.last?["status"].number ?? -1)) && log.errors.isEmpty, "\(log.errors)")
    }
  }

  /// The questions whose choices are always some of the same.
  private static let fixed: Set<QuestionID> = [
    .servers, .signIn, .afterFailure, .review, .imapEncryption, .smtpEncryption, .savedAccount, .elsewhere, .afterSuccess, .clientFile,
    .addressElsewhere, .guide,
  ]

  @Test("the help and the manual list every object, key and question, in both languages", arguments: Language.allCases)
  func help(_ language: Language) throws {
    for words in [["help", "json"], ["manual"]] {
      let text = try Tool.run(words + language.option).text.replacing("\\", with: "")
      for id in QuestionID.allCases { #expect(text.contains(id.rawValue), "\(words): \(id)") }
      // The manual has its headings in capitals.
      for kind in DialogKind.allCases { #expect(text.lowercased().contains(kind.rawValue), "\(words): \(kind)") }
      for error in DialogError.spoken { #expect(text.contains(error.rawValue), "\(words): \(error)") }
      for object in DialogObject.allCases {
        for key in object.keys { #expect(text.contains(key.name), "\(words): \(object).\(key.name)") }
      }
    }
  }

  @Test("a dialog reaches the result that the terminal reaches, as the same document") func result() throws {
    let own = ["--email", "anna@example.org"] + host.arguments
    let log = try run(own, [.review: [.text("verify")], .secret: [.text(MailHost.secret)], .afterSuccess: [.text("done")]])
    #expect(log.end == .exited(0) && log.objects.last?["reason"].text == "done")
    let document = try home.run(own + ["--secret-from", "stdin", "--json"]) { $0.input = .text(MailHost.secret) }.json
    let result = try #require(log.all(.result).last)["result"]
    #expect(result.keys == document.keys && result["outcome"].text == "verified" && document["outcome"].text == "verified")
    #expect(result["imap"]["username"] == document["imap"]["username"] && result["toolVersion"] == document["toolVersion"])
    // Both servers were shown stage by stage before.
    let stages = Set(log.all(.progress).map { "\($0["protocol"].text ?? "") \($0["stage"].text ?? "")" })
    #expect(stages.isSuperset(of: ["imap login", "imap inbox", "smtp login", "smtp sender"]))
    #expect(log.said.contains("localhost"))
  }
}
