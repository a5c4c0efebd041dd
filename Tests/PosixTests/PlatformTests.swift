// The system calls that differ between operating systems.

import Platform
import Testing

@Suite("Platform") struct PlatformTests {
  @Test("wiping leaves zeros") func wipe() {
    var octets: [UInt8] = Array("Canary".utf8)
    octets.withUnsafeMutableBytes { Platform.wipe($0) }
    #expect(octets == [0, 0, 0, 0, 0, 0])
    Platform.wipe(UnsafeMutableRawBufferPointer(start: nil, count: 0))
  }

  @Test("octets are decoded from a named charset, or not at all") func decode() {
    #expect(Platform.decode([0xc3, 0xdc, 0xc2, 0xeb], as: "GB18030") == "密码")
    #expect(Platform.decode(Array("abc".utf8), as: "no-such-charset") == nil)
    #expect(Platform.decode([0xc3], as: "GB18030") == nil)
    #expect(Platform.decode([], as: "GB18030") == nil)
    // The longest output for the input: four octets of GB18030 become four of UTF-8, two of windows-1251 become four.
    let long = [UInt8](repeating: 0xcf, count: 10_000)
    #expect(Platform.decode(long, as: "WINDOWS-1251")?.unicodeScalars.count == 10_000)
  }

  @Test("core files are forbidden for this process and its children (file-core-dump)") func coreFiles() async {
    await #expect(processExitsWith: .success) {
      Platform.forbidCoreFiles()
      let limit = coreFileLimit()
      exit(limit.rlim_cur == 0 && limit.rlim_max == 0 ? EXIT_SUCCESS : 2)
    }
  }

  @Test("an ignored signal is recognized") func ignored() async {
    await #expect(processExitsWith: .success) {
      if Platform.isIgnored(SIGUSR1) { exit(2) }
      Platform.ignore(SIGUSR1)
      if !Platform.isIgnored(SIGUSR1) { exit(3) }
      Platform.restoreDefault(SIGUSR1)
      exit(Platform.isIgnored(SIGUSR1) ? 4 : EXIT_SUCCESS)
    }
  }

  @Test("loopback is 127.0.0.1 in network order") func loopback() {
    let address = Platform.loopback4(port: 993)
    #expect(address.sin_family == sa_family_t(AF_INET))
    #expect(withUnsafeBytes(of: address.sin_addr) { Array($0) } == [127, 0, 0, 1])
    #expect(withUnsafeBytes(of: address.sin_port) { Array($0) } == [0x03, 0xe1])
  }
}

private func coreFileLimit() -> rlimit {
  var limit = rlimit(rlim_cur: 1, rlim_max: 1)
  #if canImport(Glibc)
    getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  #else
    getrlimit(RLIMIT_CORE, &limit)
  #endif
  return limit
}
