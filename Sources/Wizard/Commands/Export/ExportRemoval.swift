// An account taken out of the client's own file again: exactly the lines that were written there.

import MailClients
import Posix
import Sentences
import Vocabulary

struct ExportRemoval {
  let client: Client
  let address: MailAddress
  let home: ClientHome
  let consent: Consent
  let terms: Terms

  func run() throws(UsageFault) -> ExitStatus {
    let place = ClientFile(client: client, address: address, home: home)
    let files = try place.withBlock()
    if files.isEmpty, let path = place.path(WriterOptions()) {
      terms.talk.line(WritingSentence.nothingToRemove(Visible(home.short(path)), Visible(address.description))[terms.language])
    }
    for file in files { try remove(from: file, place.block) }
    return .ok
  }

  private func remove(from file: PersonalFile, _ block: Block) throws(UsageFault) {
    let name = Visible(home.short(file.path))
    let old = file.octets ?? []
    let new: [UInt8]?
    do throws(Block.Fault) { new = try block.remove(from: old) } catch { throw .writing(.block(name.text, error)) }
    consent.screen.line(WritingSentence.removes(name)[terms.language])
    ChangedLines(from: block.shown(in: old), to: []).show(on: consent.screen)
    if new == nil { consent.screen.line(WritingSentence.removesFile(name)[terms.language]) }
    guard try consent.isGiven(WritingSentence.mayRemove(name)) else {
      terms.talk.line(WritingSentence.unchanged[terms.language])
      return
    }
    do throws(PersonalFile.Fault) {
      // A file that is wholly ours holds nothing that could not be made again.
      let copy = try file.replace(with: new, mode: file.mode, keepsOld: new != nil)
      terms.talk.line(WritingSentence.removed(name, copy: copy.map { Visible(home.short($0)) })[terms.language])
    } catch {
      throw home.fault(file.path, error)
    }
  }
}
