// Removes an account from the client's own file: exactly the lines that were written there.

import MailClients
import Output
import Posix
import Prompts
import Sentences
import Vocabulary

struct ConfigurationRemoval {
  let place: ClientConfigurationFile
  let confirmation: Confirmation
  let console: Console

  private var folders: ClientFolders { place.folders }

  /// Shows the lines and asks before each file is changed. Returns `false` if the user declined one of the changes.
  func run() throws(CommandError) -> Bool {
    let files: [UserFile]
    do throws(FileUpdateError) { files = try place.withBlock() } catch { throw .writing(error) }
    if files.isEmpty {
      let name = Visible(folders.short(place.path(WriterOptions())))
      console.say(FileUpdateSentence.nothingToRemove(name, Visible(place.owner.text)))
    }
    var isAgreed = true
    for file in files where try !remove(from: file, place.block) { isAgreed = false }
    return isAgreed
  }

  private func remove(from file: UserFile, _ block: ManagedBlock) throws(CommandError) -> Bool {
    let name = Visible(folders.short(file.path))
    let old = file.octets ?? []
    let new: [UInt8]?
    do throws(ManagedBlock.Error) { new = try block.remove(from: old) } catch { throw .writing(.block(name.text, error)) }
    confirmation.screen.line(FileUpdateSentence.removes(name)[console.language])
    LineDiff(from: block.shown(in: old), to: []).show(on: confirmation.screen)
    if new == nil { confirmation.screen.line(FileUpdateSentence.removesFile(name)[console.language]) }
    guard try confirmation.isGiven(.removeFromFile, FileUpdateSentence.mayRemove(name)) else {
      console.say(FileUpdateSentence.unchanged)
      return false
    }
    do throws(UserFile.Error) {
      // A file that contains only the block needs no copy, because the export can write it again.
      let copy = try file.replace(with: new, mode: file.mode, keepsOld: new != nil)
      console.say(FileUpdateSentence.removed(name, copy: copy.map { Visible(folders.short($0)) }))
      return true
    } catch {
      throw .writing(folders.error(file.path, error))
    }
  }
}
