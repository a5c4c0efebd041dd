// How the programs of keyrings are run: environment, time limits, interrupt.

import AccountStore
import Platform
import Posix
import Vocabulary

struct StoreTools {
  let environment: Environment
  let interrupt: Interrupt
  /// Seconds for a program that may ask the user for a passphrase.
  let patience: Double
  /// Seconds for a program that asks the user nothing.
  let curiosity: Double

  init(environment: Environment, interrupt: Interrupt) {
    // A user can answer at a terminal or in a graphical session.
    let hasUser =
      isatty(STDIN_FILENO) == 1 || isatty(STDERR_FILENO) == 1 || environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
    self.init(environment: environment, interrupt: interrupt, patience: hasUser ? 180 : 20, curiosity: 5)
  }

  init(environment: Environment, interrupt: Interrupt, patience: Double, curiosity: Double) {
    (self.environment, self.interrupt, self.patience, self.curiosity) = (environment, interrupt, patience, curiosity)
  }

  /// Returns tools with another latch and a short time limit, for restoring entries after a failure, while the user waits.
  func hurried(_ latch: Interrupt) -> StoreTools {
    StoreTools(environment: environment, interrupt: latch, patience: min(patience, 3), curiosity: curiosity)
  }

  var folders: UserFolders { UserFolders(environment) }

  /// The variables for the programs. They have the same values as for this program, so that both use the same store. gpg asks
  /// for a passphrase at the terminal in GPG_TTY, and finds none if its standard input is a pipe (gpg-agent(1)).
  private var variables: [String: String] {
    let names = [
      "PATH", "HOME", "GNUPGHOME", "PASSWORD_STORE_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS",
    ]
    var variables = [String: String](uniqueKeysWithValues: names.compactMap { name in environment[name].map { (name, $0) } })
    if environment["GPG_TTY"] == nil, let terminal = [STDIN_FILENO, STDERR_FILENO, STDOUT_FILENO].compactMap(Self.terminal).first {
      variables["GPG_TTY"] = terminal
    }
    return variables
  }

  private static func terminal(_ descriptor: Int32) -> String? {
    guard isatty(descriptor) == 1, let name = ttyname(descriptor) else { return nil }
    return String(validatingCString: name)
  }

  /// Throws if a program would work in a folder of another user. Run by root, even a program that only reads leaves files that
  /// the owner's programs cannot use (gpg: locks, sockets, the random seed).
  func refuseForeignFolders() throws(SecretStoreError) {
    let foreign = ([folders.home].compactMap { $0 } + usualFolders).first(where: Owner.isAnother)
    if let foreign { throw .foreign(foreign) }
  }

  /// The folder of pass(1) and of programs that keep the same files.
  var passwordStore: String? { folders.folder("PASSWORD_STORE_DIR", orInHome: ".password-store") }

  /// The folders of the programs' files.
  private var usualFolders: [String] {
    let places = [
      (folders.folder("GNUPGHOME", orInHome: ".gnupg"), [""]), (passwordStore, ["", "/mail"]), (folders.configuration, ["", "/gopass"]),
      (folders.data, ["", "/gopass", "/keyrings"]),
    ]
    return places.flatMap { folder, inside in folder.map { folder in inside.map { folder + $0 } } ?? [] }
  }

  /// Runs the program `words` of `keyring` with `input`. Throws if it is not installed, takes longer than `seconds` (default
  /// `patience`), or is interrupted.
  func run(
    _ keyring: Keyring, _ words: [String], input: Secret? = nil, within seconds: Double? = nil
  ) throws(SecretStoreError) -> ToolResult {
    guard let program = environment.executable(named: words[0]) else { throw .notInstalled(keyring) }
    try refuseForeignFolders()
    // A program that reads nothing and has printed something has answered. One that reads a secret has answered when it ends.
    let call = SubprocessCall(
      [program] + words.dropFirst(), environment: .inherited(except: variables), input: input.map { .secret($0) } ?? .none,
      errors: .captured, hasOwnGroup: false, limit: ToolResult.limit, excess: .cut, ending: input == nil ? .output : .exit)
    do throws(Subprocess.Error) {
      return ToolResult(try Subprocess.run(call, until: .after(seconds: seconds ?? patience), or: interrupt), of: input)
    } catch {
      switch error {
      case .timedOut: throw .timedOut(keyring)
      case .interrupted: throw .interrupted
      // As a shell reports it.
      case .notStarted(let reason): throw .failed(keyring, status: 126, said: reason.text)
      case .tooMuch: throw .failed(keyring, status: 126, said: nil)
      }
    }
  }
}
