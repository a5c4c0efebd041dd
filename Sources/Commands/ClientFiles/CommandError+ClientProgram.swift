// What the user is told if a mail client could not be asked.

import MailClients
import Sentences

extension CommandError {
  init(_ error: ClientProgram.Error) {
    switch error {
    case .interrupted: self = .interrupted
    }
  }
}
