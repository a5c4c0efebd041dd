// What this program wrote into a mail program's own file, and which account's secret it fetches there.

import AccountStore
import MailClients
import Posix
import Sentences
import Vocabulary

struct CallingBlock: Equatable {
  let client: MailClient
  /// Whose it is by its marks: the account as it was when it was written.
  let owner: BlockOwner
  /// As a person writes it.
  let file: String
  /// Whether it fetches the secret by the account's name; else the account stands there with another command, or with none.
  let isCalling: Bool

  /// The blocks for `account`, among those of `accounts`, in the files of `clients`: those that fetch its secret by its name,
  /// whatever they were made for, and those that fetch nobody's and were made for it. What was made for an address alone is the
  /// first account's that has the address.
  static func all(
    of account: SavedAccount, among accounts: [SavedAccount], _ home: ClientFolders, in clients: [MailClient] = MailClient.allCases
  ) -> [CallingBlock] {
    let names = accounts.map(\.name.text)
    let isFirst = accounts.first { $0.address == account.address }?.name == account.name
    let mine = [BlockOwner(account.address, name: account.name.text)] + (isFirst ? [BlockOwner(account.address)] : [])
    return clients.flatMap { client -> [CallingBlock] in
      guard let comment = client.file?.comment else { return [] }
      let files = [BlockOwner(account.address), BlockOwner(account.address, name: account.name.text)].flatMap {
        ClientConfigurationFile(client: client, owner: $0, home: home)?.all() ?? []
      }
      var seen: Set<String> = []
      return files.filter { seen.insert($0.path).inserted }.flatMap { file -> [CallingBlock] in
        owners(in: file.octets ?? [], comment: comment, among: names).compactMap { owner, name in
          guard name == account.name.text || name == nil && mine.contains(owner) else { return nil }
          return CallingBlock(client: client, owner: owner, file: home.short(file.path), isCalling: name != nil)
        }
      }
    }
  }

  /// Returns the blocks in a file that nobody has edited, each with the one of `names` whose password it fetches.
  static func owners(in octets: [UInt8], comment: String, among names: [String]) -> [(owner: BlockOwner, name: String?)] {
    ManagedBlock.owners(in: octets, comment: comment).compactMap { text in
      guard let owner = BlockOwner(text), let lines = try? ManagedBlock(owner: text, comment: comment).read(octets).lines
      else { return nil }
      return (owner, called(in: lines.text, among: names))
    }
  }

  /// What `account` is to be known by in the files of `client`: as it is there already, else by its address, unless that is what
  /// another account is known by, or an earlier one has the same.
  static func owner(of account: SavedAccount, among accounts: [SavedAccount], _ client: MailClient, _ home: ClientFolders?) -> BlockOwner {
    let (plain, named) = (BlockOwner(account.address), BlockOwner(account.address, name: account.name.text))
    func blocks(of account: SavedAccount) -> [CallingBlock] {
      home.map { all(of: account, among: accounts, $0, in: [client]) } ?? []
    }
    let mine = blocks(of: account).filter { $0.owner.address == account.address }
    if let block = mine.first(where: \.isCalling) ?? mine.first { return block.owner }
    let sharing = accounts.filter { $0.address == account.address }
    guard sharing.count > 1 else { return plain }
    let isTaken = sharing.contains { other in other.name != account.name && blocks(of: other).contains { $0.owner == plain } }
    return sharing.first?.name == account.name && !isTaken ? plain : named
  }

  /// The call that takes it out, carried on from `call`, also if its account is not there any more.
  func removal(_ call: Arguments) -> Arguments {
    call.calling(.export, [client.rawValue] + (owner.name.map { [$0] } ?? [])).without(.catalog)
      .filled(.email, "\(owner.address)").filled(.remove, "")
  }

  /// Which of `names` stands behind `secret` in a command of `text`. Each client quotes words in a way of its own: what quotes
  /// is left out on both sides, and of several names that fit the longest is meant.
  private static func called(in text: String, among names: [String]) -> String? {
    let words = Array(bare(text).unicodeScalars)
    let fitting = names.filter { name in
      let call = Array(bare("secret \(name)").unicodeScalars)
      return words.indices.contains { start in
        guard words[start...].starts(with: call), start == 0 || !goesOn(words[start - 1]) else { return false }
        let end = start + call.count
        return end == words.count || !goesOn(words[end])
      }
    }
    return fitting.max { $0.utf8.count < $1.utf8.count }
  }

  /// Without what quotes; whatever separates words is one blank.
  private static func bare(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !"\\\"'".unicodeScalars.contains(scalar) {
      let isBlank = scalar.properties.isWhitespace || scalar == ","
      if !isBlank { output.append(scalar) } else if output.last != " " { output.append(" ") }
    }
    return String(output)
  }

  /// Whether a name could go on with it.
  private static func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.@#+".unicodeScalars.contains(scalar)
  }
}
