// The text of a request to an administrator, and that there is none if the user can resolve the cause.

import Catalog
import Diagnosis
import Sentences
import Testing
import Vocabulary

@Suite("Requests to an administrator") struct AdministratorRequestTests {
  private static let catalog = ProviderDirectory().catalog

  private static func request(_ words: String, _ provider: Provider?) throws -> AdministratorRequest? {
    let reply = ServerReply(code: 535, octets: Array(words.utf8))
    let failure = SessionFailure(stage: .login, cause: .refused(reply), secret: SecretRecord(sent: .login))
    let diagnosis = try #require(Diagnosis(Evidence(imap: nil, smtp: failure), provider: provider))
    let host = try #require(HostName("mail.example.org"))
    return AdministratorRequest(
      diagnosis, provider: provider, address: try MailAddress("you@example.org"), imap: Endpoint(host: host, port: 993, security: .tls),
      smtp: Endpoint(host: host, port: 465, security: .tls))
  }

  @Test("it names the mailbox, the servers, the reply and the administrator's steps") func whole() throws {
    let provider = try #require(Self.catalog.provider(id: "microsoft365"))
    let request = try #require(try Self.request("SmtpClientAuthentication is disabled for the Tenant", provider))
    let english = request.lines.map(\.english).joined(separator: "\n")
    for part in ["you@example.org", "mail.example.org", "535 SmtpClientAuthentication is disabled for the Tenant"] {
      #expect(english.contains(part))
    }
    let steps = provider.steps.filter { $0.part == .administrator }
    #expect(request.lines.count == 2 + steps.count)
    for line in request.lines {
      #expect(!line.english.isEmpty && !line.simplifiedChinese.isEmpty)
    }
  }

  @Test("there is no request if the user can resolve the cause, or has no administrator") func none() throws {
    let business = try #require(Self.catalog.provider(id: "microsoft365"))
    let personal = try #require(Self.catalog.provider(id: "gmail"))
    #expect(try Self.request("the account is locked", business) == nil)
    #expect(try Self.request("disabled by your administrator", personal) == nil)
    #expect(try Self.request("disabled by your administrator", nil) != nil)
  }
}
