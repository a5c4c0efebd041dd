// The file to import accounts from: the one that the call names, or the client's own.

import MailClients
import Operations
import Platform
import Posix
import Sentences
import Vocabulary

struct ImportFile {
  let path: String
  let octets: [UInt8]

  init(_ format: ImportFormat, named file: String?, _ environment: Environment) throws(CommandError) {
    if let file {
      (path, octets) = (file, try Self.read(file, format))
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
    path = format.kind == .profileList ? try Self.preferences(place, format) : place
    octets = try Self.read(path, format)
  }

  /// Returns the octets of the file, or of all files that belong together if `path` is the folder of such.
  private static func read(_ path: String, _ format: ImportFormat) throws(CommandError) -> [UInt8] {
    guard case .folder(let suffix) = format.kind, let names = names(in: path, suffix) else { return try read(path) }
    var octets: [UInt8] = []
    for name in names {
      octets += Array("[\(ImportFormat.fileHeading)\(name.dropLast(suffix.count))]\n".utf8) + (try read("\(path)/\(name)")) + [.lineFeed]
      // A folder with more is refused like a file with more.
      guard octets.count <= ImportFormat.limit else {
        throw CommandError(OperationError(FileContents.Error(path: path, reason: .tooBig)))
      }
    }
    return octets
  }

  /// Returns the names in `folder` that end in `suffix`, in a fixed order. `nil` if it is no folder.
  private static func names(in folder: String, _ suffix: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      // A name with a bracket or a line feed could not stand in the heading.
      if name.hasSuffix(suffix), name.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "]") }) { names.append(name) }
    }
    return names.sorted()
  }

  /// Returns the path of the preferences of the profile that `profiles.ini` names.
  private static func preferences(_ profiles: String, _ format: ImportFormat) throws(CommandError) -> String {
    guard let profile = MozillaProfiles.folder(in: try read(profiles)) else { throw .noAccountFound(profiles, format, nil) }
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
