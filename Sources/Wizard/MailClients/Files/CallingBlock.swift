// What this program wrote into a mail program's own file, and which account's secret it fetches there.

import AccountStore
import MailClients
import Posix
import Sentences
import Vocabulary

struct CallingBlock: Equatable {
  let client: MailClient
  /// The address in its marks: that of the account when it was written.
  let owner: MailAddress
  /// As a person writes it.
  let file: String
  /// Whether it fetches the secret by the account's name; else the account stands there with another command, or with none.
  let isCalling: Bool

  /// The blocks for `account`, among those of `accounts`: those that fetch its secret by its name, whatever address they were
  /// made for, and those made for its address where no other account has that.
  static func all(of account: SavedAccount, among accounts: [SavedAccount], _ home: ClientFolders) -> [CallingBlock] {
    let names = accounts.map(\.name.text)
    let isAlone = !accounts.contains { $0.name != account.name && $0.address == account.address }
    return MailClient.allCases.filter(\.hasFile).flatMap { client -> [CallingBlock] in
      ClientConfigurationFile(client: client, address: account.address, home: home).all().flatMap { file -> [CallingBlock] in
        let octets = file.octets ?? []
        return ManagedBlock.owners(in: octets, comment: client.comment).compactMap { text in
          guard let owner = try? MailAddress(text),
            let lines = try? ClientConfigurationFile(client: client, address: owner, home: home).block.read(octets).lines
          else { return nil }
          let name = called(in: lines.text, among: names)
          guard name == account.name.text || name == nil && isAlone && owner == account.address else { return nil }
          return CallingBlock(client: client, owner: owner, file: home.short(file.path), isCalling: name != nil)
        }
      }
    }
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
