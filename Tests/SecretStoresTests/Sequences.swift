// Weeks of use in seconds: calls in random order, and after each of them a check which secret is where.

import AccountStore
import Foundation
import Platform
import SecretStores
import TestSupport
import Testing
import Vocabulary

/// Random choices, the same for the same seed.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Returns a number below `sides` (SplitMix64).
  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ mixed >> 31) % UInt64(sides))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
}

/// A sequence of calls in one home.
final class Sequence {
  private let home: Home
  private let hosts: WatchedHosts
  private let keyrings: [Keyring]
  private var dice: Dice
  private var count = 0
  private(set) var story: [String] = []
  private(set) var faults: [String] = []
  /// How many calls of each kind succeeded. A sequence in which nothing works proves nothing.
  private(set) var done: [String: Int] = [:]

  private static let names = ["a", "b", "c"]
  private static let addresses = ["me@example.org", "you@example.org"]

  /// The secret with which each account was last verified, unless it is not stored.
  private var proved: [String: String] = [:]
  /// The secrets that calls directed to each host.
  private var meant: [Set<String>]
  /// Entries that the user wrote, octet by octet.
  private var theirs: [String: [UInt8]] = [:]

  init(_ home: Home, _ hosts: WatchedHosts, _ keyrings: [Keyring], seed: UInt64) {
    (self.home, self.hosts, self.keyrings) = (home, hosts, keyrings)
    dice = Dice(seed)
    meant = hosts.all.map { _ in [] }
  }

  func run(steps: Int) throws {
    for _ in 0..<steps {
      switch dice.roll(12) {
      case 0...3: try save()
      case 4, 5: try edit()
      case 6: try rename()
      case 7: try remove()
      case 8, 9: try check()
      case 10: try load()
      default: try write()
      }
      try look()
      if !faults.isEmpty { return }
    }
  }

  private func call(_ words: [String], _ input: String? = nil) throws -> ProcessResult {
    let result = try home.setup(words) { if let input { $0.input = .text(input + "\n") } }
    if result.end == .exited(0) { done[words[0] == "accounts" ? words[1] : words[0], default: 0] += 1 }
    story.append("\(words.joined(separator: " ")) \(input ?? "") -> \(result.end) \(result.complaint.suffix(200))")
    return result
  }

  private func fresh() -> String {
    count += 1
    // Sometimes a secret that an entry of the user's already contains.
    return dice.roll(5) == 0 ? "theirs-\(dice.roll(2))" : "secret-\(count)"
  }

  private func save() throws {
    let (name, address, host, secret) = (dice.pick(Self.names), dice.pick(Self.addresses), dice.roll(hosts.all.count), fresh())
    let store = dice.roll(3) == 0 ? [] : ["--store", dice.pick(keyrings).rawValue]
    meant[host].insert(secret)
    let result = try call(
      ["--email", address, "--secret-from", "stdin", "--ca-file", hosts.caFile, "--save", name] + hosts.all[host].arguments + store, secret)
    if result.end == .exited(0) {
      proved[name] = secret
      if !store.isEmpty, try home.secret(of: name) != secret { faults.append("\(name) was stored and is not there") }
    }
  }

  private func edit() throws {
    guard let account = try home.accounts.randomElement(with: &dice) else { return }
    let name = account.name.text
    var words = ["accounts", "edit", name, "--ca-file", hosts.caFile]
    let secret = dice.roll(2) == 0 ? fresh() : nil
    let host = dice.roll(2) == 0 ? dice.roll(hosts.all.count) : nil
    if let host { words += hosts.all[host].arguments }
    if secret != nil { words += ["--secret-from", "stdin"] }
    if dice.roll(3) == 0 { words += ["--store", dice.pick(keyrings).rawValue] }
    let target = try host ?? hosts.all.firstIndex { try $0.settings.imap == account.imap }
    if let target, let sent = secret ?? proved[name] { meant[target].insert(sent) }
    if try call(words, secret).end == .exited(0), let secret { proved[name] = secret }
  }

  private func rename() throws {
    let (old, new) = (dice.pick(Self.names), dice.pick(Self.names))
    if try call(["accounts", "rename", old, new]).end == .exited(0), old != new { proved[new] = proved.removeValue(forKey: old) }
  }

  private func remove() throws {
    let name = dice.pick(Self.names)
    let isThere = try home.accounts.contains { $0.name.text == name }
    _ = try call(["accounts", "remove", name, "--yes"])
    if isThere, try !home.accounts.contains(where: { $0.name.text == name }) { proved[name] = nil }
  }

  private func check() throws { _ = try call(["check", "--ca-file", hosts.caFile] + (dice.roll(2) == 0 ? [] : [dice.pick(Self.names)])) }

  /// Imports another user's file, with other servers for names and addresses that may exist here.
  private func load() throws {
    let name = dice.pick(Self.names + Self.addresses)
    let host = try hosts.all[dice.roll(hosts.all.count)].settings
    let account = SavedAccount(
      name: try #require(AccountName(name)), address: try MailAddress(dice.pick(Self.addresses)), provider: nil, imap: host.imap,
      smtp: host.smtp, imapUsername: "x", smtpUsername: "x", secret: .keyring(keyrings[0], entry: dice.pick(Self.addresses)))
    let file = "\(home.path)/import.json"
    try Data(AccountsDocument(accounts: [account]).octets).write(to: URL(fileURLWithPath: file))
    _ = try call(["accounts", "import", file])
  }

  /// Writes an entry with notes, as the user would, if there is none.
  private func write() throws {
    guard keyrings.contains(.pass) else { return }
    let address = dice.pick(Self.addresses)
    let path = "\(home.path)/.password-store/mail/\(address).gpg"
    guard access(path, F_OK) != 0 else { return }
    let content = "theirs-\(dice.roll(2))\nurl: https://own.example\notpauth://totp/\(count)\n"
    _ = try home.run("env", ["pass", "insert", "-m", "-f", "mail/\(address)"], input: .text(content))
    theirs[address] = Array(content.utf8)
    story.append("a person writes \(address): \(content.prefix(8))")
  }

  /// Checks that every account has its own secret, that no server has received another's, and that the user's entries
  /// are unchanged.
  private func look() throws {
    let accounts = try home.accounts
    for (number, account) in accounts.enumerated() {
      let name = account.name.text
      if accounts[(number + 1)...].contains(where: { account.secret?.isSameEntry(as: $0.secret) ?? false }) {
        faults.append("\(name) shares its entry")
      }
      guard account.secret != nil else { continue }
      let secret = try home.secret(of: name)
      if secret != proved[name] { faults.append("\(name) has \(secret ?? "nothing") and was proved with \(proved[name] ?? "nothing")") }
    }
    for (number, host) in hosts.all.enumerated() {
      let strangers = host.secrets.subtracting(meant[number])
      if !strangers.isEmpty { faults.append("host \(number) saw \(strangers)") }
    }
    for (address, content) in theirs {
      let now = try home.run("env", ["pass", "show", "mail/\(address)"])
      if now.output != content { faults.append("the entry of \(address) is \(now.text)") }
    }
  }
}

extension Array {
  fileprivate func randomElement(with dice: inout Dice) -> Element? { isEmpty ? nil : self[dice.roll(count)] }
}

@Suite("any sequence of calls", .waiting) struct SequenceTests {
  /// Set for the long run before a release. Every change runs a tenth of it.
  private static let isFull = ProcessInfo.processInfo.environment["SETUP_FULL"] == "1"
  /// Different in each run, and printed. SETUP_SEED repeats a run.
  private static let seed = ProcessInfo.processInfo.environment["SETUP_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...999_999)

  @Test("with stubs: each secret stays with its account", arguments: 0..<4) func standIns(_ lane: Int) throws {
    print("sequences: SETUP_SEED=\(Self.seed)")
    var done: [String: Int] = [:]
    for number in 0..<(Self.isFull ? 250 : 25) {
      let seed = Self.seed &* 1_000_003 &+ UInt64(lane * 1_000 + number)
      let home = try Home()
      try home.pretendPass()
      try home.pretendSecretTool()
      let sequence = Sequence(home, try WatchedHosts(2), [[.pass, .secretService], [.pass, .file]][number % 2], seed: seed)
      try sequence.run(steps: 10)
      done.merge(sequence.done) { $0 + $1 }
      #expect(sequence.faults == [], "SETUP_SEED=\(Self.seed), \(lane), \(number):\n\(sequence.story.joined(separator: "\n"))")
    }
    // Calls must succeed, or a run in which everything is refused would pass.
    #expect(done["--email", default: 0] > 10, "\(done)")
    for kind in ["edit", "rename", "remove", "check", "import"] { #expect(done[kind, default: 0] > 0, "\(kind): \(done)") }
  }

  @Test(
    "with the real programs",
    .enabled(if: Equipment.isThere("pass", "gpg", "secret-tool", "gnome-keyring-daemon", "dbus-daemon")),
    arguments: 0..<2)
  func real(_ lane: Int) throws {
    for number in 0..<(Self.isFull ? 25 : 3) {
      let home = try Home()
      try home.makePasswordStore()
      mkdir("\(home.path)/.password-store/mail", 0o700)
      let pairs = Equipment.passwordStores.map { [$0, .secretService] } + [Equipment.passwordStores + [.file]]
      let keyrings = pairs[(number + lane) % pairs.count]
      if keyrings.contains(.secretService) { try home.startSecretService() }
      let sequence = Sequence(home, try WatchedHosts(2), keyrings, seed: Self.seed &* 1_000_003 &+ UInt64(lane * 1_000 + number + 500_000))
      try sequence.run(steps: 8)
      #expect(sequence.faults == [], "SETUP_SEED=\(Self.seed), \(lane), \(number), \(keyrings):\n\(sequence.story.joined(separator: "\n"))")
    }
  }
}
