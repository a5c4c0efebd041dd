// swift-tools-version: 6.1
import PackageDescription

// Every arrow points down this list. `swift build --explicit-target-dependency-import-check error` refuses an import
// that is not declared here.
let package = Package(
  name: "setup",
  products: [.executable(name: "setup", targets: ["setup"])],
  targets: [
    // OpenSSL of the system: TLS and certificates.
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    // libresolv of the system: DNS.
    .systemLibrary(name: "CResolv"),
    // providers.json as an array in the binary, and the published schema of the file.
    .target(name: "CCatalog"),
    // What runs before main: the arguments and the environment as the kernel passed them.
    .target(name: "CStart"),
    // Every difference between operating systems.
    .target(name: "Platform", dependencies: ["CResolv", "CStart"]),
    // Values that prove their own legality; the closed lists of failures, causes and outcomes.
    .target(name: "Vocabulary", dependencies: ["Platform"]),
    // JSON and XML: one strict reader that reports the place of every fault, one writer. No files.
    .target(name: "Documents", dependencies: ["Vocabulary"]),
    // providers.json and the user's own: reading, checking, look-up.
    .target(name: "Catalog", dependencies: ["Vocabulary", "Documents", "CCatalog"]),
    // From replies of servers to causes and steps. Pure functions.
    .target(name: "Diagnosis", dependencies: ["Vocabulary", "Catalog"]),
    // IMAP, SMTP and SASL as bytes and values. No I/O, no clock.
    .target(name: "Wire", dependencies: ["Vocabulary"]),
    // Files, folders, locks, processes, waiting. Knows no mail.
    .target(name: "Posix", dependencies: ["Vocabulary", "Platform"]),
    // Names, sockets, TLS: bytes to a host whose certificate was checked.
    .target(name: "Net", dependencies: ["Vocabulary", "Platform", "Posix", "COpenSSL"]),
    // Dialogues with mail servers: verification, probe, test message.
    .target(name: "Session", dependencies: ["Vocabulary", "Wire", "Posix", "Net"]),
    // The controlling terminal: keys, fields, screen.
    .target(name: "Terminal", dependencies: ["Vocabulary", "Platform", "Posix"]),
    // A TLS listener on 127.0.0.1, and throw-away certificates.
    .target(name: "LoopbackServer", dependencies: ["Vocabulary", "Platform", "Posix", "COpenSSL"]),
    // The demo provider: an IMAP and an SMTP server inside the process.
    .target(name: "Demo", dependencies: ["Vocabulary", "Wire", "Posix", "LoopbackServer"]),
    // Configurations of mail clients: written, updated in place, read.
    .target(name: "MailClients", dependencies: ["Vocabulary", "Platform", "Posix", "Documents", "Catalog"]),
    // accounts.json.
    .target(name: "AccountStore", dependencies: ["Vocabulary", "Platform", "Posix", "Documents"]),
    // Keyrings, and the formats in which a saved password is handed to a mail client.
    .target(name: "SecretStores", dependencies: ["Vocabulary", "Platform", "Posix", "AccountStore"]),
    // Every sentence that a user can read, and the error type that commands throw.
    .target(
      name: "Sentences",
      dependencies: ["Vocabulary", "Posix", "Documents", "Catalog", "Diagnosis", "MailClients", "AccountStore", "SecretStores"]),
    // The commands, the conversation, their options, pages and documents.
    .target(
      name: "Wizard",
      dependencies: [
        "Vocabulary", "Platform", "Posix", "Net", "Session", "Documents", "Catalog", "Diagnosis", "Terminal", "LoopbackServer", "Demo",
        "Sentences", "Wire",
        "MailClients", "AccountStore", "SecretStores",
      ]),
    // Five lines.
    .executableTarget(name: "setup", dependencies: ["Platform", "Wizard"]),

    // What the tests share: scripted connections, transcripts, a pty; and real Dovecot and Postfix.
    .target(
      name: "ScriptedServer", dependencies: ["Vocabulary", "Posix", "LoopbackServer"], path: "Tests/ScriptedServer"),
    .target(
      name: "TestSupport",
      dependencies: [
        "Vocabulary", "Wire", "Platform", "Posix", "Net", "Session", "Catalog", "Diagnosis", "LoopbackServer", "AccountStore",
      ],
      path: "Tests/TestSupport"),
    .target(name: "RealServers", path: "Tests/RealServers"),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "WireTests", dependencies: ["Vocabulary", "Wire"]),
    .testTarget(name: "PosixTests", dependencies: ["Vocabulary", "Platform", "Posix"]),
    .testTarget(
      name: "DiagnosisTests", dependencies: ["Vocabulary", "Wire", "Session", "Catalog", "Diagnosis", "TestSupport"]),
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
      dependencies: ["Vocabulary", "Wire", "Platform", "Posix", "Net", "Session", "LoopbackServer", "ScriptedServer", "TestSupport"]),
    .testTarget(
      name: "ToolTests",
      dependencies: [
        "setup", "Vocabulary", "Posix", "Net", "Session", "Terminal", "Wizard", "Catalog", "LoopbackServer", "ScriptedServer",
        "TestSupport", "Platform",
      ]),
    .testTarget(
      name: "DiscoveryTests",
      dependencies: [
        "setup", "Vocabulary", "Platform", "Posix", "Net", "Catalog", "LoopbackServer", "ScriptedServer", "Wizard", "Terminal", "Sentences",
        "TestSupport",
      ]),
    .testTarget(
      name: "CatalogTests",
      dependencies: ["setup", "CCatalog", "Vocabulary", "Platform", "Posix", "Documents", "Catalog", "Sentences", "Wizard", "TestSupport"]),
    .testTarget(
      name: "MailClientsTests",
      dependencies: ["setup", "Vocabulary", "Catalog", "MailClients", "AccountStore", "TestSupport", "RealServers", "Posix"]),
    .testTarget(
      name: "AccountStoreTests", dependencies: ["setup", "Vocabulary", "Platform", "Posix", "AccountStore", "TestSupport"]),
    .testTarget(
      name: "AccountsTests",
      dependencies: [
        "setup", "Vocabulary", "Platform", "Posix", "AccountStore", "Sentences", "Wizard", "TestSupport", "LoopbackServer",
        "ScriptedServer", "Demo", "RealServers", "MailClients",
      ]),
    .testTarget(
      name: "SecretStoresTests",
      dependencies: [
        "setup", "Vocabulary", "Platform", "Posix", "AccountStore", "SecretStores", "TestSupport", "LoopbackServer", "ScriptedServer",
        "RealServers",
      ]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["setup", "Vocabulary", "RealServers", "TestSupport", "ScriptedServer", "Platform", "Posix"]),
  ],
  swiftLanguageModes: [.v6]
)
