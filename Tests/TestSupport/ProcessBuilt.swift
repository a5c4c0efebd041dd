// Where the built program lies: in the folder of the running tests, or in one above it where the tests are a bundle.

import Platform

package enum ProcessBuilt {
  /// The path of the executable `setup` of this build.
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

  /// The environment of a call: little, and the same on every computer; what the instruments of a build need is kept.
  package static func environment(_ changes: [String: String] = [:]) -> [String: String] {
    // ACCESSIBLE: line by line; who tests the full rendering takes it away.
    var environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "en_US.UTF-8", "TERM": "xterm-256color", "HOME": "/nonexistent", "ACCESSIBLE": "1",
    ]
    for name in ["LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment.merging(changes) { _, new in new }
  }

  /// A call of the built program.
  package static func call(_ arguments: [String], environment changes: [String: String] = [:]) throws -> ProcessCall {
    ProcessCall(try setup.get(), arguments, environment: environment(changes))
  }
}
