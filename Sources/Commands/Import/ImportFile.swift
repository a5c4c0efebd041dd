// The file to import accounts from: the one that the call names, or the client's own.

import MailClients
import Operations
import Platform
import Posix
import Sentences

struct ImportFile {
  let path: String
  let octets: [UInt8]

  init(_ format: ImportFormat, named file: String?, _ environment: Environment) throws(CommandError) {
    if let file {
      (path, octets) = (file, try Self.read(file))
      return
    }
    let call = "setup import \(format.word)"
    if format.paths.isEmpty {
      throw .missingArgument(call, .fileOf(format), example: "\(call) account.\(format.word)")
    }
    guard let folders = ClientFolders(environment) else { throw .operation(.registry(.noHome)) }
    let places = format.paths.map(folders.path)
    guard let place = places.first(where: { access($0, F_OK) == 0 }) else {
      throw .noConfiguration(format, places: places.map { folders.short($0) })
    }
    path = format.isProfileList ? try Self.preferences(place, format) : place
    octets = try Self.read(path)
  }

  /// Returns the path of the preferences of the profile that `profiles.ini` names.
  private static func preferences(_ profiles: String, _ format: ImportFormat) throws(CommandError) -> String {
    guard let profile = MozillaProfiles.folder(in: try read(profiles)) else { throw .noAccountFound(profiles, format) }
    let folder = profiles.prefix(upTo: profiles.lastIndex(of: "/") ?? profiles.startIndex)
    return (profile.hasPrefix("/") ? profile : "\(folder)/\(profile)") + "/prefs.js"
  }

  private static func read(_ path: String) throws(CommandError) -> [UInt8] {
    do throws(FileContents.Error) {
      return try FileContents.read(path, limit: ImportFormat.limit).octets
    } catch {
      throw CommandError(OperationError(error))
    }
  }
}
