// All grants against a real authorization server.

import Catalog
import OAuth
import Posix
import RealServers
import TestSupport
import Testing
import Vocabulary

@Suite(
  "A real authorization server", .serialized, .enabled(if: Glewlwyd.missing.isEmpty, "\(Glewlwyd.missing.joined(separator: ", "))"),
  .waiting)
struct GlewlwydTests {
  private func rig() throws -> GlewlwydRig { try GlewlwydRig.shared.get() }

  @Test("metadata: the issuer and its endpoints") func metadata() throws {
    let server = try rig().metadata
    #expect(server.issuer == (try rig().address("oidc").text) && server.issuerCheck == .ifPresent)
    #expect(server.device != nil && server.register != nil && server.authorize != nil && server.hosts == ["localhost"])
  }

  @Test("the device grant, a refresh that replaces the token, and the end of the grant when an old one comes twice") func device() throws {
    let rig = try rig()
    let client = try rig.client()
    let device = try client.authorizeDevice(GlewlwydRig.scopes)
    #expect(device.address.text.hasPrefix("https://localhost:\(rig.server.port)/"))
    try rig.approve(device, for: "setup")
    let first = try client.tokens(for: device, GlewlwydRig.scopes)
    #expect(first.accessToken.count > 500 && first.lifetime == 30)
    let old = try #require(first.refreshToken)
    let second = try client.refresh(old)
    let new = try #require(second.refreshToken)
    #expect(new.text != old.text && second.accessToken.text != first.accessToken.text)
    let third = try client.refresh(new)
    let newest = try #require(third.refreshToken)
    for dead in [new, newest] {
      do {
        _ = try client.refresh(dead)
        Issue.record("a refresh token was taken twice")
      } catch { #expect(error.causes == [.tokenExpired], "\(error)") }
    }
  }

  @Test("a code with PKCE, by a registration of its own, through the redirect to this computer") func code() throws {
    let rig = try rig()
    let pages = RedirectPages(received: Text("Back.", "返回。"), ignored: Text("Nothing.", "无。"))
    let redirect = try LoopbackRedirect.start(.address, path: "/back", pages: pages)
    defer { redirect.stop() }
    let server = try rig.metadata
    let registration = try server.register(redirect: redirect.address, scopes: GlewlwydRig.scopes, rig.http)
    #expect(registration.identity.secret == nil && registration.redirect == redirect.address)
    let client = OAuthClient(rig.http, server, registration.identity)
    let request = try AuthorizationRequest(
      client, redirect: registration.redirect, scopes: GlewlwydRig.scopes, loginHint: "user@example.test")
    let browser = try rig.consent(registration.identity.id)
    let start = try #require(request.address.firstRange(of: "/api/"))
    let answer = try browser.request("GET", request.address[start.lowerBound...] + "&g_continue", body: nil)
    let location = try #require(answer.fields.values(of: "Location").first)
    #expect(location.hasPrefix(redirect.address + "?"))
    let worker = try Worker.start {
      Wait.pause(seconds: 0.2)
      return try? RedirectTests.browse(redirect.address, String(location.dropFirst(redirect.address.count - "/back".count)))
    }
    let code = try redirect.code(for: request, until: .after(seconds: 10), or: rig.http.network.interrupt)
    #expect(try worker.wait(until: .after(seconds: 5), or: rig.http.network.interrupt)?.hasPrefix("HTTP/1.1 200") == true)
    // Another verifier, as somebody would have to guess who intercepted the code.
    let other = try AuthorizationRequest(client, redirect: registration.redirect, scopes: GlewlwydRig.scopes)
    do {
      _ = try client.tokens(for: code, of: other)
      Issue.record("a wrong verifier was taken")
    } catch { #expect(error.outcome == .refused, "\(error)") }
    // The address of the same page, pasted; the code is good once.
    let again = try browser.request("GET", request.address[start.lowerBound...] + "&g_continue", body: nil)
    let pasted = try #require(again.fields.values(of: "Location").first)
    let second = try request.code(inPasted: TokenServer.secret(pasted))
    let tokens = try client.tokens(for: second, of: request)
    #expect(tokens.refreshToken != nil)
    do {
      _ = try client.tokens(for: second, of: request)
      Issue.record("a code was taken twice")
    } catch { #expect(error.causes == [.tokenExpired], "\(error)") }
  }

  @Test("revocation by an app with a secret") func revocation() throws {
    let rig = try rig()
    let client = try rig.client("confident", secret: "s3cr3t-of-app")
    let device = try client.authorizeDevice(GlewlwydRig.scopes)
    try rig.approve(device, for: "confident")
    let tokens = try client.tokens(for: device, GlewlwydRig.scopes)
    let refresh = try #require(tokens.refreshToken)
    try client.revoke(refresh)
    do {
      _ = try client.refresh(refresh)
      Issue.record("a revoked token was taken")
    } catch { #expect(error.causes == [.tokenExpired], "\(error)") }
  }

  @Test("an app that is not known") func unknownApp() throws {
    let client = try rig().client("nobody")
    do {
      _ = try client.authorizeDevice(GlewlwydRig.scopes)
      Issue.record("an unknown app was taken")
    } catch { #expect(error.causes == [.oauthClientRejected], "\(error)") }
  }
}
