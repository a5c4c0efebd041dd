// Words about sending that name the cause.

import Vocabulary

extension GeneralRule {
  /// Only from MAIL FROM on: the same words mean other things at a login.
  static let sending: [GeneralRule] = [
    .init(
      moments: [.sender],
      words: [
        "not logged in|log in first|login first|not authenticated|authenticate first|must authenticate|not been authenticated",
        "authentication|authentification|auth|smtp auth … required|requise|needed|necessary|erforderlich",
        "relay*|relaying … denied|not permitted", "unable to relay",
        "client host rejected access denied", "need … auth", "rcpthosts", "turn on|enable … auth*", "请先登录|需要认证|需要身份验证|未登录",
      ], causes: [.authRequired]),
    .init(
      moments: [.sender],
      words: [
        "domain … required|missing", "must contain a domain", "bad|invalid … syntax", "syntax error|malformed", "bad address",
        "invalid|bad … helo|ehlo",
        "command unrecognized",
      ], causes: [.clientProtocolError]),
    .init(
      moments: [.sender],
      words: [
        "\(WordGroup.account)|customer … \(WordGroup.locked)", "sending|outgoing|outbound … denied|blocked|disabled|suspended|restricted",
        "bad outbound sender", "not allowed|isn't allowed|not permitted|no longer allowed … send email|send mail|send messages|send any",
        "unusual|suspicious … sending|activity", "账号|帐号|账户|用户 … 锁定|冻结|停用|封|异常", "禁止发信|禁止发送", "заблокир*|zablokir*",
      ], causes: [.accountLockedOrSuspended]),
    .init(
      moments: [.sender], words: ["frequency … limited|limit", "too frequent*|rate limit*|throttl*|too fast", "频率|频繁|过快"],
      causes: [.rateLimited]),
    .init(
      moments: [.sender],
      words: [
        "daily|hourly|monthly|sending|send|outgoing|message*|mail|email*|recipient*|rcpt*|spam|relay|submission … limit|quota|maximum|threshold",
        "exceed* … daily|hourly|sending|emails|messages|recipients|mails|per hour|per day",
        "too many … recipients|messages|mails|emails|rcpts", "exceed* … threshold",
        "每日|每天|当日|发信|发送|发件|收件人 … 限制|额度|上限|超过|超出|超限|太多|过多|配额", "超过|超出 … 每日|发信|发送|额度|上限",
        "лимит* … отправ*|писем|превыш*", "превыш* … лимит*|писем|отправ*",
      ], causes: [.sendQuotaExceeded]),
    .init(
      moments: [.sender],
      words: [
        "not owned|owned by|does not belong|doesn't belong|not one of your", "must|should … equal|match|be same|be the same|identical",
        "mismatch|not match|don't match|doesn't match|does not match|conform with|differs from|different from",
        "send as|sendas*|send on behalf", "cannot|can't|may not|not|permission* … send from|send as|send mail as|use this sender",
        "\(WordGroup.refused)|cannot|no permission … send|sending … from|as", "local sender|non local|not a local",
        "email address|address is|identity … not verified|unverified",
        Wording(
          "\(WordGroup.sender) … not verified|unverified|must be|invalid|invalide|not valid|unauthorized|nicht erlaubt|ungültig"
            + "|\(WordGroup.refused)"),
        "invalid|unauthorized|unverified|illegal … \(WordGroup.sender)", "发件人|发信人|寄件人|发件地址 … 不|拒绝|无权|必须", "отправител* … не|чуж*",
      ], causes: [.senderNotOwned]),
    .init(
      moments: [.sender],
      words: [
        "ip|client host|client address … blacklisted|banned|listed|\(WordGroup.refused)", "traffic not accepted", "from … this|your … ip",
        "spamhaus|dnsbl|rbl|blacklist*|blocklist*",
      ], causes: [.regionOrIPBlocked]),
    .init(
      moments: [.sender],
      words: [
        "spam*|outboundspam*|virus|phishing|malware|junk|unsolicited",
        "policy reasons|policy violation|policy rejection|policy restriction*",
        "content|message|header … policy|suspicious|suspicion|\(WordGroup.refused)", "suspicion|suspected", "service refuse*",
        "垃圾邮件|内容|敏感|违规|病毒|反垃圾", "спам*|spama",
      ], causes: [.contentRejected]),
    .init(
      moments: [.sender],
      words: [
        "recipient|rcpt|receiver|destination … not found|unknown|invalid|not exist|unavailable|\(WordGroup.refused)",
        "invalid user|user unknown|no such user|no such recipient|unknown user|user not found", "收件人 … 不存在|错误|拒绝|无效",
      ], causes: [.recipientRejected]),
  ]
}
