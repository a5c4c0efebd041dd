// A block that this program wrote into a mail program's file, and the saved account whose password it fetches.

import Posix
import Vocabulary

/// A managed block of a saved account. Saved accounts are `BlockOwner`s with their name.
package struct CallingBlock: Equatable, Sendable {
  package let client: MailClient
  /// The owner in the marks: the account at the time of writing.
  package let owner: BlockOwner
  /// The path as the user would write it.
  package let file: String
  /// Whether the block fetches the password by the account's name. If not, it has another command or none.
  package let isCalling: Bool

  /// Returns the blocks of `account`, one of the saved `accounts`, in the files of `clients`: the blocks that fetch its password
  /// by its name, whatever their marks say, and the blocks with its marks that fetch no account's password. A block with an
  /// address alone in its marks belongs to the first account with the address.
  package static func all(
    of account: BlockOwner, among accounts: [BlockOwner], _ folders: ClientFolders, in clients: [MailClient] = MailClient.allCases
  ) -> [CallingBlock] {
    let names = accounts.compactMap(\.name)
    let plain = BlockOwner(account.address)
    let isFirst = accounts.first { $0.address == account.address } == account
    let mine = [account] + (isFirst ? [plain] : [])
    return clients.flatMap { client -> [CallingBlock] in
      guard let comment = client.file?.comment else { return [] }
      let files = [plain, account].flatMap {
        ClientConfigurationFile(client: client, owner: $0, folders: folders)?.all() ?? []
      }
      var seen: Set<String> = []
      return files.filter { seen.insert($0.path).inserted }.flatMap { file -> [CallingBlock] in
        owners(in: file.octets ?? [], comment: comment, among: names).compactMap { owner, name in
          guard name == account.name || name == nil && mine.contains(owner) else { return nil }
          return CallingBlock(client: client, owner: owner, file: folders.short(file.path), isCalling: name != nil)
        }
      }
    }
  }

  /// Returns the owners of the unedited blocks in a file, each with the one of `names` whose password the block fetches.
  package static func owners(in octets: [UInt8], comment: String, among names: [String]) -> [(owner: BlockOwner, name: String?)] {
    ManagedBlock.owners(in: octets, comment: comment).compactMap { text in
      guard let owner = BlockOwner(text), let lines = try? ManagedBlock(owner: text, comment: comment).read(octets).lines
      else { return nil }
      return (owner, called(in: lines.text, among: names))
    }
  }

  /// Returns the owner under which `account` is written into the files of `client`. A block that exists keeps its owner. A new
  /// one has the address alone, unless another account's block has it, or an earlier account has the same address.
  package static func owner(
    of account: BlockOwner, among accounts: [BlockOwner], _ client: MailClient, _ folders: ClientFolders?
  ) -> BlockOwner {
    let plain = BlockOwner(account.address)
    func blocks(of account: BlockOwner) -> [CallingBlock] {
      folders.map { all(of: account, among: accounts, $0, in: [client]) } ?? []
    }
    let mine = blocks(of: account).filter { $0.owner.address == account.address }
    if let block = mine.first(where: \.isCalling) ?? mine.first { return block.owner }
    let sharing = accounts.filter { $0.address == account.address }
    guard sharing.count > 1 else { return plain }
    let isTaken = sharing.contains { other in other.name != account.name && blocks(of: other).contains { $0.owner == plain } }
    return sharing.first?.name == account.name && !isTaken ? plain : account
  }

  /// Returns the one of `names` that follows `secret` in a command of `text`. Every program quotes words in its own way, so
  /// quotes are left out on both sides. If several names match, the longest one counts.
  private static func called(in text: String, among names: [String]) -> String? {
    let words = Array(bare(text).unicodeScalars)
    let fitting = names.filter { name in
      let call = Array(bare("secret \(name)").unicodeScalars)
      return words.indices.contains { start in
        guard words[start...].starts(with: call), start == 0 || !isPartOfName(words[start - 1]) else { return false }
        let end = start + call.count
        return end == words.count || !isPartOfName(words[end])
      }
    }
    return fitting.max { $0.utf8.count < $1.utf8.count }
  }

  /// Returns the text without quotes and backslashes, and with one blank between words.
  private static func bare(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !"\\\"'".unicodeScalars.contains(scalar) {
      let isBlank = scalar.properties.isWhitespace || scalar == ","
      if !isBlank { output.append(scalar) } else if output.last != " " { output.append(" ") }
    }
    return String(output)
  }

  /// Returns whether a name could continue with `scalar`.
  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.@#+".unicodeScalars.contains(scalar)
  }
}
