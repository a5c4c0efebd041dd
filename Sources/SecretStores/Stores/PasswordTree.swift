// The files of pass(1) and of similar programs: a tree of entries, each encrypted by GnuPG.

import AccountStore
import Platform
import Posix
import Vocabulary

struct PasswordTree {
  let tools: StoreTools
  let keyring: Keyring

  var folder: String? {
    tools.passwordStore
  }

  /// The file .gpg-id of the store, or of its folder for mail. It names the recipients, without whom nothing can be encrypted.
  private var identities: String? {
    folder.flatMap { folder in ["/mail/.gpg-id", "/.gpg-id"].map { folder + $0 }.first { access($0, R_OK) == 0 } }
  }

  var isInitialised: Bool { identities != nil }

  func has(_ entry: String) throws(SecretStoreError) -> Bool {
    guard let path = try path(entry) else { return false }
    return access(path, F_OK) == 0
  }

  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError) {
    if let path = try path(entry) { FileStamp.set(path, stamp) }
  }

  func stamp(_ entry: String) throws(SecretStoreError) -> String? { try path(entry).flatMap(FileStamp.text) }

  /// Removes the temporary files of killed writers, which `pass ls` would show.
  func sweep() {
    if let folder { Leftovers.sweep(folder + "/mail") }
  }

  /// Returns `nil` if the user has no home.
  func path(_ entry: String) throws(SecretStoreError) -> String? {
    let name = try StoredName.path(entry, keyring)
    return folder.map { "\($0)/\(name).gpg" }
  }

  /// Whether the user records changes with git.
  var hasHistory: Bool { folder.map { access($0 + "/.git", F_OK) == 0 } ?? false }

  /// Returns the contents of the entry, which GnuPG decrypts.
  func read(_ entry: String) throws(SecretStoreError) -> Content {
    guard try has(entry), let path = try path(entry) else { throw .missing(keyring, entry: keyring.spelled(entry)) }
    let result = try tools.run(keyring, [gpg, "--quiet", "--batch", "--decrypt", "--", path])
    guard result.status == 0 else { throw result.error(keyring) }
    return Content(octets: result.output, isWhole: result.isWhole)
  }

  /// Encrypts `octets` for the recipients that the store names. The old entry stays until the new one is complete.
  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    guard let path = try path(entry) else { throw .noHome }
    let recipients = try recipients.flatMap { ["--recipient", $0] }
    let words = [gpg, "--quiet", "--batch", "--no-tty", "--no-encrypt-to", "--encrypt"] + recipients
    let result = try tools.run(keyring, words, input: octets)
    guard result.status == 0 else { throw result.error(keyring) }
    guard result.isWhole, result.output.count > 0 else { throw .unalterable(keyring, entry: keyring.spelled(entry)) }
    let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/"
    let home = tools.folders.home
    do throws(PrivateFolder.Error) { try PrivateFolder.make(above, home: home) } catch { throw SecretStoreError(error) }
    do throws(SystemError) {
      try result.output.withOctets { (octets) throws(SystemError) in try AtomicFile.write(octets, to: path) }
    } catch {
      throw .unwritable(path, error)
    }
  }

  private var gpg: String { tools.environment.executable(named: "gpg2") == nil ? "gpg" : "gpg2" }

  /// Each line has one. A comment begins with a number sign (password-store.sh, set_gpg_recipients).
  private var recipients: [String] {
    get throws(SecretStoreError) {
      guard let identities else { throw .notReady(keyring) }
      let file: FileContents
      do throws(FileContents.Error) {
        file = try FileContents.read(identities, limit: 16_384)
      } catch {
        if case .system(let reason) = error.reason { throw .unreadable(identities, reason) }
        throw .special(identities)
      }
      let lines = file.octets.text.split(whereSeparator: \.isNewline).map { line in
        line.prefix { $0 != "#" }.trimmingBlanks
      }
      let recipients = lines.filter { !$0.isEmpty }
      guard !recipients.isEmpty else { throw .noRecipient(keyring) }
      return recipients
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    let bare = drop { $0.isWhitespace }
    guard let last = bare.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(bare[...last])
  }
}
