// Sentences about signing in in a browser, on the guide page.

import Catalog
import Vocabulary

package enum OAuthGuideSentence {
  package static let heading = Text("Sign in without a password (OAuth)", "不用密码登录（OAuth）")
  package static let registering = Text("Register an app of your own", "注册自己的应用")

  /// Printed beside the one provider that a search has found.
  package static func hint(_ provider: Provider) -> Text {
    Text(
      "Mail clients can also sign in without a password (OAuth): setup guide \(provider.id)",
      "也可以不用密码登录（OAuth）：setup guide \(provider.id)")
  }

  /// Returns who can get the id of an app, without which no authorization server answers.
  package static func registration(_ registration: OAuthService.Registration) -> Text {
    switch registration {
    case .anyone:
      Text(
        "The provider asks which app requests access. Anyone with an account can register an app there and gets an app ID (client ID) for it.",
        "服务商要求注明是哪个应用在请求访问。有账户就可以注册一个应用，得到应用 ID（客户端 ID）。")
    case .organization:
      Text(
        "The provider asks which app requests access. You need an app ID (client ID): your own, or one from your organization. Only an account that belongs to an organization's directory can register an app; a personal account cannot.",
        "服务商要求注明是哪个应用在请求访问，因此需要应用 ID（客户端 ID）：自己注册，或由单位提供。只有单位的账户才能注册应用，个人账户不行。")
    case .automatic:
      Text("You do not need to register an app: setup registers itself.", "不用注册应用：本程序会自动注册。")
    case .closed:
      Text(
        "The provider registers no new apps for mail, so only mail clients that it registered before can sign in this way.",
        "服务商不再受理新的邮件应用，只有以前登记过的邮件客户端才能这样登录。")
    }
  }

  /// Returns the ways to sign in, the best first. `nil` if there is none.
  package static func ways(_ grants: [OAuthService.Grant]) -> Text? {
    guard !grants.isEmpty else { return nil }
    let list = Text.list(grants.map(way))
    return Text("Ways to sign in: \(list.english).", "登录方式：\(list.simplifiedChinese)。")
  }

  private static func way(_ grant: OAuthService.Grant) -> Text {
    switch grant {
    case .browser: Text("a browser on this computer", "本机的浏览器")
    case .device: Text("a code that you enter on any device", "在任意设备上输入代码")
    case .paste: Text("a browser elsewhere whose last address you paste", "其他设备上的浏览器（粘贴最后的网址）")
    }
  }

  package static func clientSecret(_ secret: OAuthService.ClientSecret) -> Text? {
    switch secret {
    case .never: Text("The app has no client secret. Do not create one.", "应用不需要客户端密钥，不要创建。")
    case .required: Text("The app also has a client secret, which setup asks for.", "应用还有一个客户端密钥，本程序会询问。")
    case .optional: nil
    }
  }

  /// Printed before the reasons.
  package static let ends = Text("When the sign-in ends:", "登录何时失效：")

  /// Printed before the address.
  package static let consents = Text("To revoke access:", "撤销访问权限：")

  /// Returns which of the facts no source confirms. `nil` if all are confirmed.
  package static func unconfirmed(_ facts: [OAuthService.Fact]) -> Text? {
    guard !facts.isEmpty else { return nil }
    let list = Text.list(facts.map(fact))
    return Text("Unconfirmed: \(list.english).", "尚未证实：\(list.simplifiedChinese)。")
  }

  private static func fact(_ fact: OAuthService.Fact) -> Text {
    switch fact {
    case .issuer: Text("the name of the authorization server", "授权服务器的名称")
    case .authorize: Text("the address of the sign-in page", "登录页的网址")
    case .token: Text("the address for tokens", "获取令牌的网址")
    case .device: Text("the address for codes", "获取代码的网址")
    case .revoke: Text("the address for ending a sign-in", "撤销登录的网址")
    case .register: Text("the address for registration", "自动注册的网址")
    case .hosts: Text("where codes are entered", "输入代码的网站")
    case .scopes: Text("the permissions", "所需权限")
    case .parameters: Text("the parameters of the sign-in", "登录的参数")
    case .resource: Text("the resource", "资源标识")
    case .redirect: Text("the redirect address", "重定向网址")
    case .clientSecret: Text("whether there is a client secret", "是否需要客户端密钥")
    case .tenants: Text("the tenants", "租户")
    case .grants: Text("the ways to sign in", "登录方式")
    case .registration: Text("who can register an app", "谁可以注册应用")
    case .steps: Text("the steps of the registration", "注册步骤")
    case .ends: Text("when the sign-in ends", "登录何时失效")
    case .consents: Text("where access is revoked", "在哪里撤销访问权限")
    }
  }

  package static func checked(_ day: String) -> Text { Text("Last checked: \(day)", "资料核对日期：\(day)") }
}
