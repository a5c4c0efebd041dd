// The built program, in the folder of the running tests or, if the tests are a bundle, in a folder above it.

import Platform

/// The program under test.
package enum ProcessBuilt {
  /// The path of the executable `setup` of this build, or the reason why there is none.
  package static let setup: Result<String, ProcessFailure> = {
    var folder = own[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let program = "\(folder)/setup"
      var status = stat()
      if stat(program, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(program, X_OK) == 0 { return .success(program) }
    }
    return .failure(ProcessFailure("no program `setup` above \(own): build it first"))
  }()

  /// The path of the running tests.
  private static var own: String {
    #if canImport(Darwin)
      var info = Dl_info()
      return dladdr(#dsohandle, &info) != 0 ? String(cString: info.dli_fname) : CommandLine.arguments[0]
    #else
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      return String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #endif
  }

  /// Returns the environment of a call: a few variables with the same values on every computer, the variables of
  /// coverage and sanitizers, and `changes`.
  package static func environment(_ changes: [String: String] = [:]) -> [String: String] {
    // ACCESSIBLE selects line mode. Tests of the full style remove it.
    var environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "en_US.UTF-8", "TERM": "xterm-256color", "HOME": "/nonexistent", "ACCESSIBLE": "1",
    ]
    for name in ["LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment.merging(changes) { _, new in new }
  }

  /// Returns a call of the built program.
  package static func call(_ arguments: [String], environment changes: [String: String] = [:]) throws -> ProcessCall {
    ProcessCall(try setup.get(), arguments, environment: environment(changes))
  }
}
