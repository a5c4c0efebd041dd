// Why an operation failed, as data. `CommandError` of Sentences wraps it.

import AccountStore
import Net
import Platform
import Posix
import SecretStores
import Vocabulary

package enum OperationError: Error, Equatable, Sendable {
  // Saved accounts.

  case registry(AccountStoreError)
  /// No saved account has this name or address.
  case unknownAccount(String, suggestions: [String])
  /// Several saved accounts have this address. Their names follow.
  case severalAccounts(String, [String])
  /// Another account has this name.
  case nameTaken(String)
  /// The name is the address of another account.
  case nameIsAddress(String, of: String)
  /// The address is the name of another account.
  case addressIsName(String, of: String)

  // Secrets.

  case secret(SecretError)
  /// No access token was read.
  case token(SecretError)
  /// `--secret-from` has no value that this program knows. The value is not repeated, because it may be the secret.
  case unknownSecretSource
  /// No secret is saved for the account.
  case noSecretKept(String)
  /// The secret was being changed together with the servers, so it may belong to other servers.
  case secretUnsettled(String)
  /// A later version of this program has saved the secret in a way that this one does not know.
  case secretUnknown(String)
  /// The user has to sign in again in a browser. Without a reason the server has issued nothing to renew the sign-in with.
  case signInExpired(String, RefusedSignIn?)
  /// An authorization server did not do what it was asked for.
  case oauth(RefusedSignIn)
  /// The account, or the provider, of this name has no authorization server that this program knows.
  case noAuthorizationServer(String)
  case keeping(SecretStoreError)
  case storing(StoringError)

  // Servers and files.

  /// The user name cannot be derived from the address.
  case noUserName
  case noTrustStore
  case unusableFile(String, FileReason)
  case cannotWrite(String, SystemError)
  /// The demo's servers did not start. The text is the error's description.
  case demo(String)

  // The end of a run.

  case interrupted
  case system(SystemFailure)
}

extension OperationError {
  /// Why a file that the user has named cannot be used.
  package enum FileReason: Equatable, Sendable {
    case system(SystemError)
    /// A FIFO, a device, a folder or a socket.
    case notRegular
    case tooBig
    case noCertificates
    /// The file names no app with a client ID.
    case noApp
    /// A path in another program's configuration that is relative to a folder of that program.
    case notAbsolute
  }

  /// A resource that the system has run out of.
  package enum SystemFailure: Equatable, Sendable {
    case error(SystemError)
    /// OpenSSL has no memory left.
    case openSSL
    /// The resolver could not be started.
    case dns
  }

  /// The error for a file that the user has named and that was not read. `path` is the name that the user typed, if it is not the
  /// path that was read.
  package init(_ error: FileContents.Error, typed path: String? = nil) {
    let path = path ?? error.path
    switch error.reason {
    case .system(let reason) where reason.isExhaustion: self = .system(.error(reason))
    case .system(let reason): self = .unusableFile(path, .system(reason))
    case .notRegular: self = .unusableFile(path, .notRegular)
    case .tooBig: self = .unusableFile(path, .tooBig)
    }
  }

  /// The error for trusted certificates that cannot be read.
  package init(_ error: TLSContext.Error) {
    switch error {
    case .unreadable(let file, let reason):
      switch reason {
      case .system(let error): self = .unusableFile(file, .system(error))
      case .notRegular: self = .unusableFile(file, .notRegular)
      case .tooBig: self = .unusableFile(file, .tooBig)
      case .noCertificates: self = .unusableFile(file, .noCertificates)
      }
    case .noTrustStore: self = .noTrustStore
    case .broken: self = .system(.openSSL)
    }
  }
}
