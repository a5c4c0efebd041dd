"""Real Dovecot and Postfix in the servers' namespace, with their own directories, certificates and user."""

import os
import pwd
import grp
import shutil
import socket
import subprocess
import time

from link import HAS_V6, SERVER4, SERVER6

IMAP, SMTP = "imap.example.org", "smtp.example.org"
USER, PASSWORD = "anna@example.org", "abcd-efgh-ijkl-mnop"
# The ports of IMAP and SMTP by mode. The second pair of servers supports TLS 1.2 at most.
PORTS = {"tls": (993, 465), "starttls": (143, 587), "tls12": (10993, 10465)}
POSTFIX = next(
    (path for path in ("/usr/lib/postfix/sbin", "/usr/libexec/postfix") if os.access(path + "/master", os.X_OK)),
    "/usr/lib/postfix/sbin")
NEEDED = [
    ("dovecot-core", "/usr/sbin/dovecot"), ("dovecot-imapd", "/usr/lib/dovecot/imap-login"), ("postfix", POSTFIX + "/master"),
    ("openssl", "openssl"), ("curl", "curl"), ("iproute2", "ip"), ("iproute2", "tc"), ("util-linux", "unshare"),
    ("util-linux", "nsenter"), ("binutils", "strip"),
]


def missing():
    """Returns the Debian packages and the rights that this machine lacks."""
    names = [package for package, program in NEEDED if not shutil.which(program)]
    return sorted(set(names)) + (["the rights of root"] if os.geteuid() else [])


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    return path


def is_dovecot_old():
    """Returns whether Dovecot is 2.3 or older. 2.4 has another grammar: "Upgrading Dovecot CE from 2.3 to 2.4" (doc.dovecot.org)."""
    said = subprocess.run(["/usr/sbin/dovecot", "--version"], check=True, capture_output=True, text=True).stdout
    return tuple(int(number) for number in said.split()[0].split("-")[0].split(".")[:2]) < (2, 4)


def dovecot_beginning(old, certificate, key, users):
    """Returns the settings that have other names in each grammar."""
    if old:
        return f"""
import_environment = $import_environment OPENSSL_CONF
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = yes
mail_location = maildir:~/Maildir
passdb {{
  driver = passwd-file
  args = {users}
}}
userdb {{
  driver = passwd-file
  args = {users}
}}
"""
    return f"""
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
import_environment {{
  OPENSSL_CONF = %{{env:OPENSSL_CONF}}
}}
ssl_server_cert_file = {certificate}
ssl_server_key_file = {key}
auth_allow_cleartext = no
mail_driver = maildir
mail_path = ~/Maildir
passdb passwd-file {{
  passwd_file_path = {users}
}}
userdb passwd-file {{
  passwd_file_path = {users}
}}
"""


class Servers:
    """Everything is below `place`, which disappears with the namespace, as all processes do."""

    def __init__(self, place, enter):
        self.place, self.enter = place, enter
        self.ca = self._certificates(place + "/tls")
        self._mailbox()
        self._start("new", 993, 143, 465, 587)
        self._start("tls12", *(10000 + port for port in (993, 143, 465, 587)))

    def _certificates(self, place):
        os.makedirs(place)
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        names = write(place + "/names", f"subjectAltName=DNS:{IMAP},DNS:{SMTP}\nextendedKeyUsage=serverAuth\n")
        for words in [
            ["req", "-x509", *key, "-days", "2", "-subj", "/CN=Throw-away root", "-keyout", "root.key", "-out", "root.pem",
             "-addext", "keyUsage=critical,keyCertSign"],
            ["req", *key, "-subj", "/CN=bench", "-keyout", "leaf.key", "-out", "leaf.csr"],
            ["x509", "-req", "-in", "leaf.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "2",
             "-extfile", names, "-out", "leaf.pem"],
        ]:
            subprocess.run(["openssl", *words], cwd=place, check=True, capture_output=True)
        return place + "/root.pem"

    def _mailbox(self):
        mail = pwd.getpwnam("mail")
        home = self.place + "/mail"
        for path in [home, home + "/Maildir"] + [f"{home}/Maildir/{part}" for part in ("cur", "new", "tmp")]:
            os.makedirs(path, mode=0o700)
            os.chown(path, mail.pw_uid, mail.pw_gid)
        self.users = write(self.place + "/users", f"{USER}:{{PLAIN}}{PASSWORD}:{mail.pw_uid}:{mail.pw_gid}::{home}::\n")

    def _start(self, name, imaps, imap, smtps, submission):
        place = f"{self.place}/{name}"
        old = name == "tls12"
        environment = dict(os.environ)
        if old:
            # Dovecot has no setting for the newest version of TLS, but OpenSSL's configuration does.
            environment["OPENSSL_CONF"] = write(place + "/openssl.cnf", TLS12)
        dovecot = write(place + "/dovecot.conf", self._dovecot(place, imaps, imap))
        postfix = self._postfix(place, smtps, submission, old)
        for words in (["/usr/sbin/dovecot", "-F", "-c", dovecot], [POSTFIX + "/master", "-s", "-c", postfix]):
            with open(place + "/printed", "a") as printed:
                subprocess.Popen(
                    self.enter + words, env=environment, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed,
                    start_new_session=True)
        for port in (imaps, imap, smtps, submission):
            self._await(port, place)

    def _await(self, port, place):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                socket.create_connection((SERVER4, port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        for log in ("printed", "dovecot.log", "postfix.log"):
            if os.path.exists(f"{place}/{log}"):
                print(open(f"{place}/{log}").read()[-2000:])
        raise SystemExit(f"nothing answers on port {port}")

    def _dovecot(self, place, imaps, imap):
        addresses = SERVER4 + (f", {SERVER6}" if HAS_V6 else "")
        old = is_dovecot_old()
        count, without_end = ("service_count", "0") if old else ("restart_request_count", "unlimited")
        return f"""
{dovecot_beginning(old, f"{self.place}/tls/leaf.pem", f"{self.place}/tls/leaf.key", self.users)}
base_dir = {place}/run
state_dir = {place}/state
log_path = {place}/dovecot.log
protocols = imap
listen = {addresses}
ssl = required
auth_mechanisms = plain login
first_valid_uid = 1
mail_max_userip_connections = 0
# Processes that exist before the client connects, because the cost of forking is not measured.
service imap-login {{
  {count} = {without_end}
  process_min_avail = 2
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service imap {{
  {count} = 1024
  process_min_avail = 2
}}
service auth {{
  unix_listener {place}/auth-smtp {{
    mode = 0600
    user = postfix
  }}
}}
"""

    def _postfix(self, place, smtps, submission, old):
        owner, drop = pwd.getpwnam("postfix"), grp.getgrnam("postdrop").gr_gid
        for path, mode, user, group in [
            ("conf", 0o755, 0, 0), ("queue", 0o755, 0, 0), ("queue/pid", 0o755, 0, 0), ("data", 0o700, owner.pw_uid, owner.pw_gid),
            ("queue/private", 0o700, owner.pw_uid, owner.pw_gid), ("queue/public", 0o710, owner.pw_uid, drop),
        ]:
            os.makedirs(f"{place}/{path}")
            os.chmod(f"{place}/{path}", mode)
            os.chown(f"{place}/{path}", user, group)
        conf = place + "/conf"
        protocols = "<=TLSv1.2" if old else ">=TLSv1.2"
        addresses = SERVER4 + (f", {SERVER6}" if HAS_V6 else "")
        write(conf + "/main.cf", f"""
compatibility_level = 3.6
config_directory = {conf}
meta_directory = {conf}
queue_directory = {place}/queue
data_directory = {place}/data
daemon_directory = {POSTFIX}
maillog_file = {place}/postfix.log
maillog_file_prefixes = {place}
inet_protocols = {"all" if HAS_V6 else "ipv4"}
inet_interfaces = {addresses}
myhostname = {SMTP}
smtpd_peername_lookup = no
smtpd_client_connection_count_limit = 0
max_use = 100000
max_idle = 3600s
mydestination =
mynetworks =
alias_maps =
alias_database =
local_recipient_maps =
local_transport = error:nothing is delivered
default_transport = error:nothing is delivered
relay_transport = error:nothing is delivered
smtpd_tls_chain_files = {self.place}/tls/leaf.key, {self.place}/tls/leaf.pem
smtpd_tls_protocols = {protocols}
smtpd_tls_mandatory_protocols = {protocols}
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {place}/auth-smtp
smtpd_sasl_security_options = noanonymous
smtpd_sender_login_maps = inline:{{ {{ {USER} = {USER} }} }}
smtpd_sender_restrictions = reject_sender_login_mismatch, permit_sasl_authenticated, reject
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions =
""")
        write(conf + "/master.cf", f"""
{smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
{submission} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
""")
        return conf


TLS12 = """
openssl_conf = all
[all]
ssl_conf = every
[every]
system_default = limits
[limits]
MaxProtocol = TLSv1.2
"""
