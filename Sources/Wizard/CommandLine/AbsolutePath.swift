// A path that means the same wherever it is used later.

import Platform
import Vocabulary

enum AbsolutePath {
  /// `path` from the root on. Returns `nil` if the current folder is gone, or has a name that is not UTF-8.
  static func of(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    guard let start = String(validatingCString: folder) else { return nil }
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    return (start == "/" ? "" : start) + "/" + rest
  }

  /// The words of a command that can be run from any folder. A program without a slash is looked for in PATH (execvp(3)), and
  /// `~` is for a shell to read. Returns `nil` as `of` does.
  static func command(_ words: [String]) -> [String]? {
    guard let program = words.first, program.contains("/"), !program.hasPrefix("~") else { return words }
    return of(program).map { [$0] + words.dropFirst() }
  }
}
