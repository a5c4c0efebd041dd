// The call that removes a block from a mail client's file.

import CommandLine
import MailClients

extension CallingBlock {
  /// Returns the call that removes the block, also if its account no longer exists, made from `call`.
  func removal(_ call: Arguments) -> Arguments {
    call.calling(.export, [client.rawValue] + (owner.name.map { [$0] } ?? [])).without(.catalog)
      .filled(.email, "\(owner.address)").filled(.remove, "")
  }
}
