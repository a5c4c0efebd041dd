// The path of this program, and the program that opens web addresses.

import CStart

extension Platform {
  /// The path of the running program. `nil` if the system does not provide it.
  package static var ownPath: String? {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0, let path = realpath(buffer, nil) else { return nil }
    #else
      // Where /proc is hidden, the path it was called by leads there as long as the current folder is that of the start.
      guard let path = realpath("/proc/self/exe", nil) ?? start_file().flatMap({ realpath($0, nil) }) else { return nil }
    #endif
    defer { free(path) }
    return String(validatingCString: path)
  }

  /// The program that opens an address in the user's browser. `needsDisplay` is true if it requires an environment with
  /// a graphical session: without one, xdg-open starts a browser in the terminal.
  package static var browser: (program: String, needsDisplay: Bool) {
    #if canImport(Darwin)
      ("open", false)
    #else
      ("xdg-open", true)
    #endif
  }
}
