// Thunderbird's autoconfiguration against a schema: what config-v1.1.xml may contain about a mail account with a password,
// from draft-ietf-mailmaint-autoconfig, or one that signs in with OAuth. The schema is stricter than the format, in which readers ignore unknown elements: a
// misspelt element would be valid.

import MailClients
import TestSupport
import Testing

@Suite("Thunderbird's XML against its schema", .enabled(if: Equipment.isThere("xmllint"), Equipment.why("xmllint")), .waiting)
struct AutoconfigSchemaTests {
  @Test("is valid", arguments: Sample.ordinary + Sample.hostile)
  func valid(_ sample: Sample) throws {
    let result = try Self.validate(try MailClient.autoconfig.configuration(sample.account))
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  @Test("is valid for an account without a password", arguments: TokenSample.knownToThunderbird)
  func validWithoutPassword(_ sample: TokenSample) throws {
    let result = try Self.validate(try MailClient.autoconfig.configuration(sample.account))
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  @Test(
    "the schema finds what is wrong",
    arguments: [
      ("<port>993</port>", "<port>0</port>"), ("<port>993</port>", "<port>70000</port>"), ("<port>993</port>", ""),
      ("<socketType>SSL<", "<socketType>TLS<"), ("<hostname>", "<hostName>x</hostName><hostname>"), ("type=\"imap\"", "type=\"imap4\""),
      ("password-cleartext", "plain"), ("version=\"1.1\"", ""), ("<domain>gmail.com</domain>", ""), ("%EMAILADDRESS%", ""),
    ])
  func finds(_ old: String, _ new: String) throws {
    let text = try MailClient.autoconfig.configuration(Sample.plain.account)
    #expect(text.contains(old))
    let result = try Self.validate(text.replacing(old, with: new))
    #expect(result.end != .exited(0))
  }

  private static func validate(_ text: String) throws -> ProcessResult {
    let folder = try ProcessFolder()
    let (schema, file) = (try folder.write(schema.utf8, to: "schema.rng"), try folder.write(text.utf8, to: "config.xml"))
    return try ProcessCall(
      Equipment.path("xmllint"), ["--noout", "--nonet", "--relaxng", schema, file], environment: ProcessBuilt.environment()
    ).run()
  }

  private static let schema = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>
        <element name="clientConfig">
          <attribute name="version"><value>1.1</value></attribute>
          <element name="emailProvider">
            <attribute name="id"><ref name="domain"/></attribute>
            <oneOrMore><element name="domain"><ref name="domain"/></element></oneOrMore>
            <element name="displayName"><ref name="words"/></element>
            <element name="displayShortName"><ref name="words"/></element>
            <oneOrMore>
              <element name="incomingServer">
                <attribute name="type"><choice><value>imap</value><value>pop3</value></choice></attribute>
                <ref name="server"/>
              </element>
            </oneOrMore>
            <oneOrMore>
              <element name="outgoingServer">
                <attribute name="type"><value>smtp</value></attribute>
                <ref name="server"/>
              </element>
            </oneOrMore>
            <zeroOrMore>
              <element name="documentation">
                <attribute name="url"><data type="string"><param name="pattern">https://[!-~]+</param></data></attribute>
                <oneOrMore>
                  <element name="descr">
                    <attribute name="lang"><data type="string"><param name="pattern">[a-z]{2}</param></data></attribute>
                    <ref name="words"/>
                  </element>
                </oneOrMore>
              </element>
            </zeroOrMore>
          </element>
          <optional>
            <element name="oAuth2">
              <element name="issuer"><data type="string"><param name="pattern">[a-z0-9.-]+</param></data></element>
              <element name="scope"><ref name="words"/></element>
              <element name="authURL"><ref name="address"/></element>
              <element name="tokenURL"><ref name="address"/></element>
            </element>
          </optional>
        </element>
      </start>
      <define name="address"><data type="string"><param name="pattern">https://[!-z]+</param></data></define>
      <define name="server">
        <element name="hostname"><data type="string"><param name="pattern">[a-z0-9.:-]+</param></data></element>
        <element name="port">
          <data type="integer"><param name="minInclusive">1</param><param name="maxInclusive">65535</param></data>
        </element>
        <element name="socketType"><choice><value>SSL</value><value>STARTTLS</value></choice></element>
        <oneOrMore>
          <element name="authentication">
            <choice><value>password-cleartext</value><value>password-encrypted</value><value>OAuth2</value></choice>
          </element>
        </oneOrMore>
        <element name="username"><ref name="words"/></element>
      </define>
      <define name="domain"><data type="string"><param name="pattern">[a-z0-9-]+(\\.[a-z0-9-]+)+</param></data></define>
      <define name="words"><data type="string"><param name="minLength">1</param></data></define>
    </grammar>
    """
}
