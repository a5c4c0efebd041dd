// `--client-file`: the file with which a provider hands out an app.

import Documents
import OAuth
import Vocabulary

/// An app in a file: the JSON that Google's console offers for download, or an object with `client_id` and `client_secret`.
package struct ClientFile: Sendable {
  package let identity: ClientIdentity

  /// Throws `unusableFile` if the file contains no app, and what `reader` throws if it cannot be read.
  package init(_ path: String, _ reader: SecretReader) throws(OperationError) {
    let contents: Secret
    do throws(OperationError) { contents = try reader.read(.file(path), as: .tokenRecord) } catch {
      switch error {
      case .secret(.empty), .secret(.tooLong), .secret(.wideText): throw .unusableFile(path, .noApp)
      case _: throw error
      }
    }
    guard let members = (try? SecretJSON.read(contents))?.members else { throw .unusableFile(path, .noApp) }
    // "web" is the other kind of app there. Its secret is for servers, and its redirect addresses are not on this computer.
    let app = members["installed"]?.members ?? members
    guard let id = app["client_id"]?.text, let identity = ClientIdentity(id: id, secret: app["client_secret"]?.secret) else {
      throw .unusableFile(path, .noApp)
    }
    self.identity = identity
  }
}
