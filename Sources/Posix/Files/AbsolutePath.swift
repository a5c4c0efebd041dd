// A path that means the same wherever it is used later.

import Platform

package enum AbsolutePath {
  /// Returns `path` from the root on. Throws the system's reason if the current folder is gone, or EILSEQ if its name is not UTF-8:
  /// decoded in another way it would be another folder.
  package static func of(_ path: String) throws(SystemError) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { throw .last }
    defer { free(folder) }
    guard let start = String(validatingCString: folder) else { throw SystemError(EILSEQ) }
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    return (start == "/" ? "" : start) + "/" + rest
  }

  /// Returns the words of a command that can be run from any folder. A program without a slash is searched in PATH (execvp(3)), and
  /// a shell expands `~`. `nil` if the current folder has no path that is UTF-8.
  package static func command(_ words: [String]) -> [String]? {
    guard let program = words.first, program.contains("/"), !program.hasPrefix("~") else { return words }
    return (try? of(program)).map { [$0] + words.dropFirst() }
  }
}
