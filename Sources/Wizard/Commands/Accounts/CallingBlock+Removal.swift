// The call that removes a block from a mail client's file.

import MailClients

extension CallingBlock {
  /// Returns the call of `setup export` that removes the block, with the general options of `call`. It works after the
  /// account is gone too.
  func removal(_ call: Arguments) -> Arguments {
    call.calling(.export, [client.rawValue] + (owner.name.map { [$0] } ?? [])).without(.catalog)
      .filled(.email, "\(owner.address)").filled(.remove, "")
  }
}
