"""A careful user's script with the standard library, one protocol after the other."""

import imaplib
import smtplib
import ssl
import sys

mode, imap_host, imap_port, smtp_host, smtp_port, user, password, ca = sys.argv[1:]
context = ssl.create_default_context(cafile=ca)

if mode == "starttls":
    imap = imaplib.IMAP4(imap_host, int(imap_port))
    imap.starttls(context)
else:
    imap = imaplib.IMAP4_SSL(imap_host, int(imap_port), ssl_context=context)
imap.login(user, password)
imap.select("INBOX", readonly=True)
imap.logout()

if mode == "starttls":
    smtp = smtplib.SMTP(smtp_host, int(smtp_port))
    smtp.starttls(context=context)
else:
    smtp = smtplib.SMTP_SSL(smtp_host, int(smtp_port), context=context)
smtp.login(user, password)
smtp.quit()
