// swift-tools-version: 6.1
import PackageDescription

// Every arrow points down this list. `swift build --explicit-target-dependency-import-check error` refuses an import
// that is not declared here.
let package = Package(
  name: "setup",
  products: [.executable(name: "setup", targets: ["setup"])],
  targets: [
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(name: "CResolv"),
    .target(name: "CCatalog"),
    .target(name: "CStart"),
    .target(name: "Platform", dependencies: ["CResolv", "CStart"]),
    .target(name: "Vocabulary", dependencies: ["Platform"]),
    .target(name: "Documents", dependencies: ["Vocabulary"]),
    .target(name: "Catalog", dependencies: ["Vocabulary", "Documents", "CCatalog"]),
    .target(name: "Diagnosis", dependencies: ["Vocabulary", "Catalog"]),
    .target(name: "Wire", dependencies: ["Vocabulary"]),
    .target(name: "Posix", dependencies: ["Platform"]),
    .target(name: "Net", dependencies: ["Vocabulary", "Platform", "Posix", "COpenSSL"]),
    .target(name: "Session", dependencies: ["Vocabulary", "Wire", "Posix", "Net"]),
    .target(name: "Terminal", dependencies: ["Vocabulary", "Platform", "Posix"]),
    .target(name: "LoopbackServer", dependencies: ["Vocabulary", "Platform", "Posix", "COpenSSL"]),
    .target(name: "Demo", dependencies: ["Vocabulary", "Wire", "Platform", "Posix", "LoopbackServer"]),
    .target(name: "MailClients", dependencies: ["Vocabulary", "Documents", "Catalog", "Diagnosis"]),
    .target(name: "AccountStore", dependencies: ["Vocabulary", "Platform", "Posix", "Documents", "Catalog", "Diagnosis"]),
    .target(name: "SecretStores", dependencies: ["Vocabulary", "Platform", "Posix", "AccountStore"]),
    .target(
      name: "Sentences",
      dependencies: ["Vocabulary", "Posix", "Documents", "Catalog", "Diagnosis", "MailClients", "AccountStore", "SecretStores"]),
    .target(
      name: "Wizard",
      dependencies: [
        "Vocabulary", "Platform", "Posix", "Net", "Session", "Documents", "Catalog", "Diagnosis", "Terminal", "LoopbackServer", "Demo",
        "Sentences", "Wire",
        "MailClients", "AccountStore", "SecretStores",
      ]),
    .executableTarget(name: "setup", dependencies: ["Platform", "Wizard"]),

    // What the tests share: scripted connections, transcripts, a pty; and real Dovecot and Postfix.
    .target(
      name: "ScriptedServer", dependencies: ["Vocabulary", "Platform", "Posix", "LoopbackServer"], path: "Tests/ScriptedServer"),
    .target(
      name: "TestSupport",
      dependencies: [
        "Vocabulary", "Wire", "Platform", "Posix", "Net", "Session", "Documents", "Catalog", "Diagnosis", "LoopbackServer",
        "ScriptedServer", "Demo",
      ],
      path: "Tests/TestSupport"),
    .target(name: "RealServers", path: "Tests/RealServers"),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "WireTests", dependencies: ["Vocabulary", "Wire"]),
    .testTarget(name: "PosixTests", dependencies: ["Platform", "Posix"]),
    .testTarget(
      name: "DiagnosisTests", dependencies: ["Vocabulary", "Wire", "Catalog", "Diagnosis", "TestSupport"]),
    .testTarget(
      name: "SentencesTests",
      dependencies: [
        "Vocabulary", "Posix", "Documents", "Catalog", "Diagnosis", "MailClients", "AccountStore", "SecretStores", "Sentences",
      ]),
    .testTarget(name: "TerminalTests", dependencies: ["Vocabulary", "Posix", "Terminal", "TestSupport"]),
    .testTarget(
      name: "SessionTests", dependencies: ["Vocabulary", "Wire", "Posix", "Net", "Session", "TestSupport"],
      resources: [.copy("Transcripts")]),
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "Vocabulary", "Wire", "Platform", "Posix", "Net", "Session", "LoopbackServer", "ScriptedServer", "Demo", "TestSupport",
      ]),
    .testTarget(
      name: "ToolTests",
      dependencies: [
        "setup", "Vocabulary", "Posix", "Net", "Session", "Terminal", "Wizard", "Documents", "Catalog", "Diagnosis", "LoopbackServer",
        "ScriptedServer", "Demo",
        "TestSupport",
      ]),
    .testTarget(
      name: "DiscoveryTests",
      dependencies: [
        "setup", "Vocabulary", "Platform", "Posix", "Net", "Documents", "Catalog", "Diagnosis", "LoopbackServer", "ScriptedServer", "Demo",
        "Wizard", "Terminal",
        "Sentences", "TestSupport",
      ]),
    .testTarget(
      name: "CatalogTests",
      dependencies: [
        "setup", "CCatalog", "Vocabulary", "Platform", "Posix", "Documents", "Catalog", "Diagnosis", "Sentences", "Wizard", "TestSupport",
      ]),
    .testTarget(
      name: "MailClientsTests",
      dependencies: [
        "setup", "Vocabulary", "Documents", "Catalog", "Diagnosis", "MailClients", "AccountStore", "Sentences", "Wizard", "TestSupport",
        "RealServers",
      ]),
    .testTarget(
      name: "AccountsTests",
      dependencies: [
        "setup", "Vocabulary", "Platform", "Posix", "Documents", "Catalog", "Diagnosis", "AccountStore", "Sentences", "Wizard",
        "TestSupport",
        "LoopbackServer",
        "ScriptedServer", "Demo", "RealServers",
      ]),
    .testTarget(
      name: "SecretStoresTests",
      dependencies: [
        "setup", "Vocabulary", "Platform", "Posix", "Documents", "Catalog", "Diagnosis", "AccountStore", "SecretStores", "MailClients",
        "Sentences",
        "Wizard", "TestSupport",
        "LoopbackServer", "ScriptedServer", "Demo",
        "RealServers",
      ]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["setup", "Vocabulary", "RealServers", "TestSupport", "LoopbackServer", "ScriptedServer", "Demo", "Platform", "Posix"]),
  ],
  swiftLanguageModes: [.v6]
)
