// Removes an account from the client's own file: exactly the lines that were written there.

import MailClients
import Posix
import Sentences
import Vocabulary

struct ConfigurationRemoval {
  let place: ClientConfigurationFile
  let consent: Confirmation
  let terms: CommandContext

  private var folders: ClientFolders { place.folders }

  func run() throws(CommandError) -> ExitStatus {
    let files: [UserFile]
    do throws(FileUpdateError) { files = try place.withBlock() } catch { throw .writing(error) }
    if files.isEmpty {
      let name = Visible(folders.short(place.path(WriterOptions())))
      terms.talk.line(FileUpdateSentence.nothingToRemove(name, Visible(place.owner.text))[terms.language])
    }
    for file in files { try remove(from: file, place.block) }
    return .ok
  }

  private func remove(from file: UserFile, _ block: ManagedBlock) throws(CommandError) {
    let name = Visible(folders.short(file.path))
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
      // A file that contains only the block needs no copy, because the export can write it again.
      let copy = try file.replace(with: new, mode: file.mode, keepsOld: new != nil)
      terms.talk.line(FileUpdateSentence.removed(name, copy: copy.map { Visible(folders.short($0)) })[terms.language])
    } catch {
      throw .writing(folders.error(file.path, error))
    }
  }
}
