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
    // Files, folders, locks, processes, waiting, environment. Knows no mail.
    .target(name: "Posix", dependencies: ["Platform", "Vocabulary"]),
    // JSON and XML: one strict reader that reports the place of every fault, one writer. No files.
    .target(name: "Documents", dependencies: ["Vocabulary"]),
    // IMAP, SMTP and SASL as bytes and values. No I/O, no clock.
    .target(name: "Wire", dependencies: ["Vocabulary", "Documents"]),
    // Names, sockets, TLS: bytes to a host whose certificate was checked.
    .target(name: "Net", dependencies: ["Platform", "Vocabulary", "Posix", "COpenSSL"]),
    // Dialogues with mail servers: verification, probe, test message.
    .target(name: "Session", dependencies: ["Vocabulary", "Posix", "Wire", "Net"]),
    // HTTPS requests, each on a checked connection of its own.
    .target(name: "HTTP", dependencies: ["Platform", "Vocabulary", "Posix", "Wire", "Net"]),
    // providers.json and the user's own: reading, checking, look-up.
    .target(name: "Catalog", dependencies: ["Platform", "Vocabulary", "Posix", "Documents", "CCatalog"]),
    // From replies of servers to causes and steps. Pure functions.
    .target(name: "Diagnosis", dependencies: ["Vocabulary", "Catalog"]),
    // Where an unknown domain has its mail: MX and SRV records, documents of the domain, the usual names of servers.
    .target(
      name: "Discovery",
      dependencies: ["Platform", "Vocabulary", "Posix", "Documents", "Wire", "Net", "Session", "HTTP", "Catalog"]),
    // A TLS listener on 127.0.0.1, and throw-away certificates.
    .target(name: "LoopbackServer", dependencies: ["Platform", "Vocabulary", "Posix", "COpenSSL"]),
    // OAuth 2.0 for native apps: from a sign-in in a browser to tokens, and from old tokens to new ones.
    .target(
      name: "OAuth",
      dependencies: ["Platform", "Vocabulary", "Posix", "Documents", "Wire", "Net", "HTTP", "Catalog", "LoopbackServer"]),
    // The demo providers: an IMAP and an SMTP server inside the process, and an authorization server.
    .target(name: "Demo", dependencies: ["Platform", "Vocabulary", "Posix", "Wire", "Catalog", "LoopbackServer", "OAuth"]),
    // Configurations of mail clients: written, updated in place, read.
    .target(name: "MailClients", dependencies: ["Platform", "Vocabulary", "Posix", "Documents", "Catalog"]),
    // accounts.json.
    .target(name: "AccountStore", dependencies: ["Platform", "Vocabulary", "Posix", "Documents"]),
    // Keyrings, and the formats in which a saved password is handed to a mail client.
    .target(name: "SecretStores", dependencies: ["Platform", "Vocabulary", "Posix", "Documents", "Wire", "AccountStore"]),
    // What the program can do with an account: verify, probe, save, read and store its secret. Prints nothing, asks nothing.
    .target(
      name: "Operations",
      dependencies: [
        "Platform", "Vocabulary", "Posix", "Wire", "Net", "Session", "HTTP", "Catalog", "Diagnosis", "LoopbackServer", "OAuth", "Demo",
        "MailClients", "AccountStore", "SecretStores",
      ]),
    // The controlling terminal: keys, fields, screen.
    .target(name: "Terminal", dependencies: ["Platform", "Vocabulary", "Posix"]),
    // QR codes: octets to a square of modules (ISO/IEC 18004), and its images.
    .target(name: "QRCode", dependencies: ["Platform", "Vocabulary"]),
    // Every sentence that a user can read, and the error type that commands throw.
    .target(
      name: "Sentences",
      dependencies: [
        "Platform", "Vocabulary", "Posix", "Documents", "HTTP", "Catalog", "Diagnosis", "Discovery", "OAuth", "MailClients", "AccountStore",
        "SecretStores", "Operations", "QRCode",
      ]),
    // argv, the tables of commands and options, help, manual page, completion, exit statuses.
    .target(
      name: "CommandLine",
      dependencies: [
        "Platform", "Vocabulary", "Posix", "Catalog", "OAuth", "MailClients", "AccountStore", "SecretStores", "Operations", "Terminal",
        "Sentences",
      ]),
    // Questions and menus, drawn, line by line, or as JSON for another program; progress.
    .target(
      name: "Prompts",
      dependencies: ["Platform", "Vocabulary", "Posix", "Documents", "Session", "Catalog", "Terminal", "Sentences"]),
    // Results as a page for people and as JSON for programs, side by side per subject.
    .target(
      name: "Output",
      dependencies: [
        "Vocabulary", "Posix", "Documents", "Net", "Session", "Catalog", "Diagnosis", "Discovery", "OAuth", "MailClients", "AccountStore",
        "Operations",
        "Terminal", "QRCode", "Sentences",
      ]),
    // One folder for each command, and the conversation.
    .target(
      name: "Commands",
      dependencies: [
        "Platform", "Vocabulary", "Posix", "Documents", "Net", "Session", "HTTP", "Catalog", "Discovery", "OAuth", "MailClients",
        "AccountStore",
        "SecretStores", "Operations", "Terminal", "QRCode", "Sentences", "CommandLine", "Prompts", "Output",
      ]),
    // Five lines.
    .executableTarget(name: "setup", dependencies: ["Platform", "Commands"]),

    // What the tests share: scripted connections, transcripts, a pty; and real Dovecot and Postfix.
    .target(
      name: "ScriptedServer", dependencies: ["Vocabulary", "Posix", "LoopbackServer"], path: "Tests/ScriptedServer"),
    .target(
      name: "TestSupport",
      dependencies: [
        "Vocabulary", "Wire", "Platform", "Posix", "Net", "Session", "Catalog", "Diagnosis", "LoopbackServer", "AccountStore",
      ],
      path: "Tests/TestSupport"),
    .target(name: "RealServers", path: "Tests/RealServers", exclude: ["glewlwyd.sh"]),
    .testTarget(name: "QRCodeTests", dependencies: ["Vocabulary", "Posix", "Terminal", "QRCode", "Output", "TestSupport"]),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "WireTests", dependencies: ["Vocabulary", "Wire"]),
    .testTarget(
      name: "OAuthTests",
      dependencies: [
        "setup", "Platform", "Vocabulary", "Posix", "Documents", "Wire", "Net", "HTTP", "Catalog", "LoopbackServer", "OAuth", "Demo",
        "AccountStore", "ScriptedServer", "TestSupport", "RealServers",
      ]),
    .testTarget(name: "PosixTests", dependencies: ["Vocabulary", "Platform", "Posix"]),
    .testTarget(
      name: "HTTPTests",
      dependencies: ["Vocabulary", "Platform", "Posix", "Net", "Wire", "HTTP", "LoopbackServer", "ScriptedServer", "TestSupport"]),
    .testTarget(
      name: "DiagnosisTests", dependencies: ["Vocabulary", "Wire", "Session", "Catalog", "Diagnosis", "TestSupport"]),
    .testTarget(
      name: "SentencesTests",
      dependencies: [
        "Platform", "Vocabulary", "Posix", "Documents", "HTTP", "Catalog", "Diagnosis", "Discovery", "OAuth", "MailClients", "AccountStore",
        "SecretStores", "Operations", "QRCode", "Terminal", "Sentences",
      ]),
    .testTarget(name: "TerminalTests", dependencies: ["Vocabulary", "Posix", "Terminal", "TestSupport"]),
    .testTarget(
      name: "SessionTests", dependencies: ["Vocabulary", "Wire", "Posix", "Net", "Session", "TestSupport"],
      resources: [.copy("Transcripts")]),
    .testTarget(
      name: "HostileTests",
      dependencies: ["Vocabulary", "Wire", "Platform", "Posix", "Net", "Session", "LoopbackServer", "ScriptedServer", "TestSupport"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "setup", "Platform", "Vocabulary", "Posix", "Net", "Session", "Catalog", "LoopbackServer", "Demo", "MailClients", "AccountStore",
        "Operations", "Terminal", "Sentences", "CommandLine", "Prompts", "Output", "Commands", "ScriptedServer", "TestSupport",
        "RealServers",
      ]),
    .testTarget(
      name: "DiscoveryTests",
      dependencies: [
        "setup", "Platform", "Vocabulary", "Posix", "Net", "Catalog", "Discovery", "LoopbackServer", "Sentences", "ScriptedServer",
        "TestSupport",
      ], exclude: ["Facts/ispdb.tsv"]),
    .testTarget(
      name: "CatalogTests",
      dependencies: ["setup", "CCatalog", "Platform", "Vocabulary", "Posix", "Documents", "Catalog", "Sentences", "TestSupport"]),
    .testTarget(
      name: "MailClientsTests",
      dependencies: ["setup", "Vocabulary", "Catalog", "MailClients", "AccountStore", "TestSupport", "RealServers", "Posix"]),
    .testTarget(
      name: "AccountStoreTests", dependencies: ["setup", "Vocabulary", "Platform", "Posix", "AccountStore", "TestSupport"]),
    .testTarget(
      name: "SecretStoresTests",
      dependencies: [
        "setup", "Vocabulary", "Platform", "Posix", "AccountStore", "SecretStores", "TestSupport", "LoopbackServer", "ScriptedServer",
        "RealServers",
      ]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["setup", "Vocabulary", "Wire", "Net", "RealServers", "TestSupport", "ScriptedServer", "Platform", "Posix"]),
  ],
  swiftLanguageModes: [.v6]
)
