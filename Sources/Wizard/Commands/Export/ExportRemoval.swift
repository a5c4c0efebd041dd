// An account taken out of the client's own file again: exactly the lines that were written there.

import MailClients
import Posix
import Sentences
import Vocabulary

struct ConfigurationRemoval {
  let place: ClientConfigurationFile
  let consent: Confirmation
  let terms: CommandContext

  private var home: ClientFolders { place.home }

  func run() throws(CommandError) -> ExitStatus {
    let files = try place.withBlock()
    if files.isEmpty {
      let name = Visible(home.short(place.path(WriterOptions())))
      terms.talk.line(FileUpdateSentence.nothingToRemove(name, Visible(place.owner.text))[terms.language])
    }
    for file in files { try remove(from: file, place.block) }
    return .ok
  }

  private func remove(from file: UserFile, _ block: ManagedBlock) throws(CommandError) {
    let name = Visible(home.short(file.path))
    let old = file.octets ?? []
    let new: [UInt8]?
    do throws(ManagedBlock.Error) { new = try block.remove(from: old) } catch { throw .writing(.block(name.text, error)) }
    consent.screen.line(FileUpdateSentence.removes(name)[terms.language])
    LineDiff(from: block.shown(in: old), to: []).show(on: consent.screen)
    if new == nil { consent.screen.line(FileUpdateSentence.removesFile(name)[terms.language]) }
    guard try consent.isGiven(FileUpdateSentence.mayRemove(name)) else {
      terms.talk.line(FileUpdateSentence.unchanged[terms.language])
      return
    }
    do throws(UserFile.Error) {
      // A file that is wholly ours holds nothing that could not be made again.
      let copy = try file.replace(with: new, mode: file.mode, keepsOld: new != nil)
      terms.talk.line(FileUpdateSentence.removed(name, copy: copy.map { Visible(home.short($0)) })[terms.language])
    } catch {
      throw home.fault(file.path, error)
    }
  }
}
