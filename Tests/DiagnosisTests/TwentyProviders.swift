// What twenty providers' accounts are told, whatever the two servers do.

enum TwentyProviders {
  /// A row is a provider and what its IMAP server does; behind it, for what the SMTP server does, the first cause and the numbers of the
  /// steps.
  static let table = #"""
    gmail ok | bare wrong_username_form ; off smtp_disabled 3 ; lock account_locked_or_suspended ; down network_problem
    gmail bare | ok wrong_username_form ; bare app_password_required 4 5 ; off smtp_disabled 3 4 5 ; lock account_locked_or_suspended 4 5 ; down app_password_required 4 5
    gmail off | ok admin_disabled ; bare admin_disabled 4 5 ; off admin_disabled 3 ; lock admin_disabled ; down admin_disabled
    gmail app | ok app_password_required 4 5 ; bare app_password_required 4 5 ; off app_password_required 3 4 5 ; lock app_password_required 4 5 ; down app_password_required 4 5
    gmail wait | ok rate_limited ; bare rate_limited 4 5 ; off smtp_disabled 3 ; lock account_locked_or_suspended ; down rate_limited
    outlook ok | bare smtp_disabled 1 ; off smtp_disabled 1 ; lock account_locked_or_suspended ; down network_problem
    outlook bare | ok imap_disabled 1 ; bare oauth_required 1 2 ; off smtp_disabled 1 2 ; lock account_locked_or_suspended 2 ; down wrong_password 2
    outlook off | ok imap_disabled 1 ; bare imap_disabled 1 2 ; off imap_disabled 1 ; lock imap_disabled 1 ; down imap_disabled 1
    outlook app | ok app_password_required 2 ; bare oauth_required 1 2 ; off smtp_disabled 1 2 ; lock account_locked_or_suspended 2 ; down app_password_required 2
    outlook wait | ok rate_limited ; bare rate_limited 2 ; off smtp_disabled 1 ; lock account_locked_or_suspended ; down rate_limited
    microsoft365 ok | bare smtp_disabled ; off smtp_disabled ; lock account_locked_or_suspended ; down network_problem
    microsoft365 bare | ok imap_disabled ; bare oauth_required 4 ; off smtp_disabled 4 ; lock account_locked_or_suspended 4 ; down wrong_password 4
    microsoft365 off | ok imap_disabled ; bare imap_disabled 4 ; off imap_disabled ; lock imap_disabled ; down imap_disabled
    microsoft365 app | ok app_password_required 4 ; bare oauth_required 4 ; off smtp_disabled 4 ; lock account_locked_or_suspended 4 ; down app_password_required 4
    microsoft365 wait | ok rate_limited ; bare rate_limited 4 ; off smtp_disabled ; lock account_locked_or_suspended ; down rate_limited
    yahoo ok | bare wrong_username_form ; off smtp_disabled ; lock account_locked_or_suspended ; down network_problem
    yahoo bare | ok wrong_username_form ; bare app_password_required 3 4 ; off smtp_disabled 3 4 ; lock account_locked_or_suspended 3 4 ; down app_password_required 3 4
    yahoo off | ok imap_disabled ; bare imap_disabled 3 4 ; off imap_disabled ; lock imap_disabled ; down imap_disabled
    yahoo app | ok app_password_required 3 4 ; bare app_password_required 3 4 ; off app_password_required 3 4 ; lock app_password_required 3 4 ; down app_password_required 3 4
    yahoo wait | ok rate_limited ; bare rate_limited 3 4 ; off smtp_disabled ; lock account_locked_or_suspended ; down rate_limited
    icloud ok | bare wrong_username_form ; off smtp_disabled ; lock account_locked_or_suspended ; down network_problem
    icloud bare | ok wrong_username_form ; bare app_password_required 3 4 5 ; off smtp_disabled 3 4 5 ; lock account_locked_or_suspended 3 4 5 ; down app_password_required 3 4 5
    icloud off | ok imap_disabled ; bare imap_disabled 3 4 5 ; off imap_disabled ; lock imap_disabled ; down imap_disabled
    icloud app | ok app_password_required 3 4 5 ; bare app_password_required 3 4 5 ; off app_password_required 3 4 5 ; lock app_password_required 3 4 5 ; down app_password_required 3 4 5
    icloud wait | ok rate_limited ; bare rate_limited 3 4 5 ; off smtp_disabled ; lock account_locked_or_suspended ; down rate_limited
    qq ok | bare smtp_disabled 2 3 4 ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended ; down network_problem
    qq bare | ok imap_disabled 2 3 4 ; bare app_password_required 5 ; off smtp_disabled 2 3 4 5 ; lock account_locked_or_suspended 5 ; down app_password_required 5
    qq off | ok imap_disabled 2 3 4 ; bare imap_disabled 2 3 4 5 ; off imap_disabled 2 3 4 ; lock imap_disabled 2 3 4 ; down imap_disabled 2 3 4
    qq app | ok app_password_required 5 ; bare app_password_required 5 ; off app_password_required 2 3 4 5 ; lock app_password_required 5 ; down app_password_required 5
    qq wait | ok rate_limited ; bare rate_limited 5 ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended ; down rate_limited
    exmail ok | bare smtp_disabled 2 3 ; off smtp_disabled 2 3 ; lock account_locked_or_suspended ; down network_problem
    exmail bare | ok imap_disabled 2 3 ; bare app_password_required 5 ; off smtp_disabled 2 3 5 ; lock account_locked_or_suspended 5 ; down app_password_required 5
    exmail off | ok imap_disabled 2 3 ; bare imap_disabled 2 3 5 ; off imap_disabled 2 3 ; lock imap_disabled 2 3 ; down imap_disabled 2 3
    exmail app | ok app_password_required 5 ; bare app_password_required 5 ; off app_password_required 2 3 5 ; lock app_password_required 5 ; down app_password_required 5
    exmail wait | ok rate_limited ; bare rate_limited 5 ; off smtp_disabled 2 3 ; lock account_locked_or_suspended ; down rate_limited
    163 ok | bare smtp_disabled 3 4 ; off smtp_disabled 3 4 ; lock account_locked_or_suspended ; down network_problem
    163 bare | ok imap_disabled 3 4 ; bare app_password_required 6 ; off smtp_disabled 3 4 6 ; lock account_locked_or_suspended 6 ; down app_password_required 6
    163 off | ok imap_disabled 3 4 ; bare imap_disabled 3 4 6 ; off imap_disabled 3 4 ; lock imap_disabled 3 4 ; down imap_disabled 3 4
    163 app | ok app_password_required 6 ; bare app_password_required 6 ; off app_password_required 3 4 6 ; lock app_password_required 6 ; down app_password_required 6
    163 wait | ok rate_limited ; bare rate_limited 6 ; off smtp_disabled 3 4 ; lock account_locked_or_suspended ; down rate_limited
    126 ok | bare smtp_disabled 3 4 ; off smtp_disabled 3 4 ; lock account_locked_or_suspended ; down network_problem
    126 bare | ok imap_disabled 3 4 ; bare app_password_required 6 ; off smtp_disabled 3 4 6 ; lock account_locked_or_suspended 6 ; down app_password_required 6
    126 off | ok imap_disabled 3 4 ; bare imap_disabled 3 4 6 ; off imap_disabled 3 4 ; lock imap_disabled 3 4 ; down imap_disabled 3 4
    126 app | ok app_password_required 6 ; bare app_password_required 6 ; off app_password_required 3 4 6 ; lock app_password_required 6 ; down app_password_required 6
    126 wait | ok rate_limited ; bare rate_limited 6 ; off smtp_disabled 3 4 ; lock account_locked_or_suspended ; down rate_limited
    aliyun ok | bare smtp_disabled 2 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down network_problem
    aliyun bare | ok imap_disabled 2 ; bare wrong_password 2 3 ; off smtp_disabled 2 3 ; lock account_locked_or_suspended 3 ; down wrong_password 2 3
    aliyun off | ok imap_disabled 2 ; bare imap_disabled 2 3 ; off imap_disabled 2 ; lock imap_disabled 2 ; down imap_disabled 2
    aliyun app | ok app_password_required 3 4 ; bare app_password_required 3 4 ; off app_password_required 2 3 4 ; lock app_password_required 3 4 ; down app_password_required 3 4
    aliyun wait | ok rate_limited ; bare rate_limited 3 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down rate_limited
    aliyun-enterprise ok | bare smtp_disabled ; off smtp_disabled ; lock account_locked_or_suspended ; down network_problem
    aliyun-enterprise bare | ok imap_disabled ; bare app_password_required 3 4 ; off smtp_disabled 3 4 ; lock account_locked_or_suspended 3 4 ; down app_password_required 3 4
    aliyun-enterprise off | ok imap_disabled ; bare imap_disabled 3 4 ; off imap_disabled ; lock imap_disabled ; down imap_disabled
    aliyun-enterprise app | ok app_password_required 3 4 ; bare app_password_required 3 4 ; off app_password_required 3 4 ; lock app_password_required 3 4 ; down app_password_required 3 4
    aliyun-enterprise wait | ok rate_limited ; bare rate_limited 3 4 ; off smtp_disabled ; lock account_locked_or_suspended ; down rate_limited
    sina ok | bare smtp_disabled 2 3 4 ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended ; down network_problem
    sina bare | ok imap_disabled 2 3 4 ; bare app_password_required 5 ; off smtp_disabled 2 3 4 5 ; lock account_locked_or_suspended 5 ; down app_password_required 5
    sina off | ok imap_disabled 2 3 4 ; bare imap_disabled 2 3 4 5 ; off imap_disabled 2 3 4 ; lock imap_disabled 2 3 4 ; down imap_disabled 2 3 4
    sina app | ok app_password_required 5 ; bare app_password_required 5 ; off app_password_required 2 3 4 5 ; lock app_password_required 5 ; down app_password_required 5
    sina wait | ok rate_limited ; bare rate_limited 5 ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended ; down rate_limited
    yandex ok | bare smtp_disabled 2 3 ; off smtp_disabled 2 3 ; lock account_locked_or_suspended ; down network_problem
    yandex bare | ok imap_disabled 2 3 ; bare app_password_required 7 8 ; off smtp_disabled 2 3 7 8 ; lock account_locked_or_suspended 7 8 ; down app_password_required 7 8
    yandex off | ok imap_disabled 2 3 ; bare imap_disabled 2 3 7 8 ; off imap_disabled 2 3 ; lock imap_disabled 2 3 ; down imap_disabled 2 3
    yandex app | ok app_password_required 7 8 ; bare app_password_required 7 8 ; off app_password_required 2 3 7 8 ; lock app_password_required 7 8 ; down app_password_required 7 8
    yandex wait | ok rate_limited ; bare rate_limited 7 8 ; off smtp_disabled 2 3 ; lock account_locked_or_suspended ; down rate_limited
    mail-ru ok | bare wrong_username_form ; off smtp_disabled ; lock account_locked_or_suspended ; down network_problem
    mail-ru bare | ok wrong_username_form ; bare app_password_required 3 4 ; off smtp_disabled 3 4 ; lock account_locked_or_suspended 3 4 ; down app_password_required 3 4
    mail-ru off | ok imap_disabled ; bare imap_disabled 3 4 ; off imap_disabled ; lock imap_disabled ; down imap_disabled
    mail-ru app | ok app_password_required 3 4 ; bare app_password_required 3 4 ; off app_password_required 3 4 ; lock app_password_required 3 4 ; down app_password_required 3 4
    mail-ru wait | ok rate_limited ; bare rate_limited 3 4 ; off smtp_disabled ; lock account_locked_or_suspended ; down rate_limited
    gmx ok | bare smtp_disabled 1 2 ; off smtp_disabled 1 2 ; lock account_locked_or_suspended ; down network_problem
    gmx bare | ok imap_disabled 1 2 ; bare imap_disabled 1 2 3 5 ; off smtp_disabled 1 2 3 5 ; lock account_locked_or_suspended 1 2 5 ; down imap_disabled 1 2 3 5
    gmx off | ok imap_disabled 1 2 ; bare imap_disabled 1 2 3 ; off imap_disabled 1 2 ; lock imap_disabled 1 2 ; down imap_disabled 1 2
    gmx app | ok app_password_required 5 ; bare app_password_required 3 5 ; off app_password_required 1 2 5 ; lock app_password_required 5 ; down app_password_required 5
    gmx wait | ok rate_limited ; bare rate_limited 3 ; off smtp_disabled 1 2 ; lock account_locked_or_suspended ; down rate_limited
    zoho ok | bare smtp_disabled 3 ; off smtp_disabled 3 ; lock account_locked_or_suspended ; down network_problem
    zoho bare | ok imap_disabled 3 ; bare wrong_password 4 5 ; off smtp_disabled 3 4 5 ; lock account_locked_or_suspended 4 5 ; down wrong_password 4 5
    zoho off | ok imap_disabled 3 ; bare imap_disabled 3 4 5 ; off imap_disabled 3 ; lock imap_disabled 3 ; down imap_disabled 3
    zoho app | ok app_password_required 4 5 ; bare app_password_required 4 5 ; off app_password_required 3 4 5 ; lock app_password_required 4 5 ; down app_password_required 4 5
    zoho wait | ok rate_limited ; bare rate_limited 4 5 ; off smtp_disabled 3 ; lock account_locked_or_suspended ; down rate_limited
    fastmail ok | bare wrong_username_form ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended ; down network_problem
    fastmail bare | ok wrong_username_form ; bare app_password_required 2 3 ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended 2 3 ; down app_password_required 2 3
    fastmail off | ok imap_disabled 2 3 4 ; bare imap_disabled 2 3 4 ; off imap_disabled 2 3 4 ; lock imap_disabled 2 3 4 ; down imap_disabled 2 3 4
    fastmail app | ok app_password_required 2 3 ; bare app_password_required 2 3 ; off app_password_required 2 3 4 ; lock app_password_required 2 3 ; down app_password_required 2 3
    fastmail wait | ok rate_limited ; bare rate_limited 2 3 ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended ; down rate_limited
    orange ok | bare smtp_disabled 2 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down network_problem
    orange bare | ok imap_disabled 2 ; bare wrong_password 1 2 ; off smtp_disabled 1 2 ; lock account_locked_or_suspended 1 ; down wrong_password 1 2
    orange off | ok imap_disabled 2 ; bare imap_disabled 1 2 ; off imap_disabled 2 ; lock imap_disabled 2 ; down imap_disabled 2
    orange app | ok app_password_required ; bare app_password_required 1 ; off app_password_required 2 ; lock app_password_required ; down app_password_required
    orange wait | ok rate_limited ; bare rate_limited 1 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down rate_limited
    naver ok | bare smtp_disabled 2 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down network_problem
    naver bare | ok imap_disabled 2 ; bare app_password_required 3 4 5 ; off smtp_disabled 2 3 4 5 ; lock account_locked_or_suspended 3 4 5 ; down app_password_required 3 4 5
    naver off | ok imap_disabled 2 ; bare imap_disabled 2 3 4 5 ; off imap_disabled 2 ; lock imap_disabled 2 ; down imap_disabled 2
    naver app | ok app_password_required 3 4 5 ; bare app_password_required 3 4 5 ; off app_password_required 2 3 4 5 ; lock app_password_required 3 4 5 ; down app_password_required 3 4 5
    naver wait | ok rate_limited ; bare rate_limited 3 4 5 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down rate_limited
    proton ok | bare wrong_username_form 3 4 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down network_problem 3 4
    proton bare | ok wrong_username_form 3 4 ; bare app_password_required 3 4 ; off smtp_disabled 2 3 4 ; lock account_locked_or_suspended 3 4 ; down app_password_required 3 4
    proton off | ok imap_disabled 2 ; bare imap_disabled 2 3 4 ; off imap_disabled 2 ; lock imap_disabled 2 ; down imap_disabled 2
    proton app | ok app_password_required 3 4 ; bare app_password_required 3 4 ; off app_password_required 2 3 4 ; lock app_password_required 3 4 ; down app_password_required 3 4
    proton wait | ok rate_limited ; bare rate_limited 3 4 ; off smtp_disabled 2 ; lock account_locked_or_suspended ; down rate_limited
    """#
}
