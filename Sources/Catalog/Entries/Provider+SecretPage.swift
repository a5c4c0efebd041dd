// The page of a provider where its secret is made.

import Vocabulary

extension Provider {
  /// The page to open for the secret: that of the last step to get it, or to enable IMAP and SMTP, where some providers show it. Without
  /// such a page it is the webmail, whose settings have it. `nil` if the entry has no address of either.
  package var secretPage: WebAddress? {
    for part in [Step.Part.obtain, .enable] {
      if let page = steps.last(where: { $0.part == part && $0.url != nil })?.url { return page }
    }
    return web
  }
}
