// The JSON of a provider, with everything that another mail program needs for its own account dialogue.

import Catalog
import Documents
import Vocabulary

extension JSONValue {
  package static func provider(_ provider: Provider, address: MailAddress?, language: Language) -> JSONValue {
    let groups = provider.groups(for: address)
    return .object([
      "schema": schema, "id": .text(provider.id), "name": .text(provider.name[language]), "aliases": .texts(provider.aliases),
      "category": .text(provider.category.rawValue), "status": .text(provider.status.rawValue),
      "statusNote": .optional(provider.statusNote?[language]), "domains": .texts(provider.domains),
      "servers": .list(
        groups.map { entry in
          .object([
            "imap": .list(entry.imap.map(server)), "smtp": .list(entry.smtp.map(server)), "domains": .texts(entry.group.domains),
            "note": .optional(entry.group.note?[language]),
          ])
        }),
      "username": .object([
        "imap": .texts(provider.username.imap.map(\.rawValue)), "smtp": .texts(provider.username.smtp.map(\.rawValue)),
        "note": .optional(provider.username.note?[language]),
      ]),
      "secret": secret(provider.secret, language), "twoFactor": .text(provider.twoFactor.rawValue),
      "steps": .list(provider.steps.enumerated().map { step($1, $0 + 1, language) }),
      "oauth": provider.oauth.map { oauth($0, language) } ?? .null,
      "notes": .list(provider.notes.map { .object(["kind": .text($0.kind.rawValue), "text": .text($0.text[language])]) }),
      "help": .texts(provider.help.map(\.text)), "sources": .texts(provider.sources), "checked": .text(provider.checked),
      "confidence": .object(["servers": .text(provider.confidence.servers.rawValue), "secret": .text(provider.confidence.secret.rawValue)]),
    ])
  }

  /// Returns the kind and the format of the secret. It contains no secret.
  private static func secret(_ secret: SecretKind, _ language: Language) -> JSONValue {
    .object([
      "kind": .text(secret.kind.rawValue), "term": .text(secret.term[language]), "localTerm": .optional(secret.localTerm),
      "format": secret.format.map { format in
        .object([
          "length": .integer(format.length), "separator": .text(format.separator), "alphabet": .text(format.alphabet),
          "example": .text(format.example), "confirmed": .flag(format.isConfirmed),
        ])
      } ?? .null,
      "shownOnce": secret.isShownOnce.map(JSONValue.flag) ?? .null, "accountPassword": .text(secret.accountPassword.rawValue),
    ])
  }
}
