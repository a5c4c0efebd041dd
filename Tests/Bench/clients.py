"""The command lines that are compared, and the measurement of a command's time, CPU and memory."""

import collections
import contextlib
import os
import pty
import select
import signal
import subprocess
import sys
import time

from servers import IMAP, PASSWORD, PORTS, SMTP, USER

# Wall and CPU time in ms, memory in MiB.
Sample = collections.namedtuple("Sample", "wall cpu memory status")
PYTHON_CLIENT = os.path.join(os.path.dirname(os.path.realpath(__file__)), "python_client.py")
TOOLS = ["ours", "ours, --json", "curl, one after the other", "curl --parallel", "Python"]
DOES = {
    "ours": "log in, LIST, EXAMINE INBOX; log in, MAIL FROM, RCPT TO, RSET",
    "ours, --json": "the same",
    "curl, one after the other": "log in, LIST; then log in, NOOP",
    "curl --parallel": "as curl, in parallel",
    "Python": "log in, EXAMINE INBOX; then log in",
}


def commands(binary, ca, mode):
    """Returns the command line of each tool."""
    imap, smtp = PORTS[mode]
    starttls = mode == "starttls"
    scheme = ("imap", "smtp") if starttls else ("imaps", "smtps")
    # With --sasl-ir curl saves a round trip, which it does not do by default.
    curl = ["curl", "--silent", "--show-error", "--sasl-ir", "--cacert", ca, "--user", f"{USER}:{PASSWORD}"]
    if starttls:
        curl.append("--ssl-reqd")
    curl_imap = [*curl, f"{scheme[0]}://{IMAP}:{imap}/"]
    curl_smtp = [*curl, "--request", "NOOP", f"{scheme[1]}://{SMTP}:{smtp}/"]
    security = "starttls" if starttls else "tls"
    ours = [
        binary, "--email", USER, "--imap", f"{IMAP}:{imap}", "--imap-security", security, "--smtp", f"{SMTP}:{smtp}",
        "--smtp-security", security, "--ca-file", ca, "--secret-from", "stdin"]
    return {
        "ours": ours,
        "ours, --json": [*ours, "--json"],
        "curl, one after the other": ["sh", "-c", f"{' '.join(curl_imap)} && {' '.join(curl_smtp)}"],
        "curl --parallel": ["curl", "--parallel", *curl_imap[1:], "--next", *curl_smtp[1:]],
        "Python": [sys.executable, "-B", PYTHON_CLIENT, mode, IMAP, str(imap), SMTP, str(smtp), USER, PASSWORD, ca],
    }


# The command is forked from a small shell, because the kernel counts the memory of a process before its exec too, and this
# program is larger than what it measures. The shell exits, and its child is reparented to this program, the first process
# of the namespace.
LAUNCHER = """
place=$1; shift; exec 3<&0
{ read -r go <&3; exec "$@" <"$place/secret" >"$place/out" 2>"$place/err" 3<&-; } &
echo $!
"""


def measure(command, place):
    """Measures one run of a command, from its exec to its end."""
    with open(place + "/secret", "w") as file:
        file.write(PASSWORD)
    waits, go = os.pipe()
    shell = subprocess.Popen(["sh", "-c", LAUNCHER, "sh", place, *command], stdin=waits, stdout=subprocess.PIPE)
    pid = int(shell.stdout.readline())
    shell.wait()
    shell.stdout.close()
    before = time.perf_counter()
    os.write(go, b"\n")
    _, status, usage = os.wait4(pid, 0)
    wall = (time.perf_counter() - before) * 1000
    os.close(waits)
    os.close(go)
    return Sample(wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def prompt(binary, marker=b"Email address or provider"):
    """Starts the program at a pseudo-terminal. Returns the milliseconds until the prompt's text begins, and until all is drawn."""
    before = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        # The kernel thread that carries a terminal's octets has no real-time priority, so a program with it would delay that
        # thread. The program gets the highest ordinary priority instead.
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
        with contextlib.suppress(OSError):
            os.nice(-15)
            with open("/proc/self/autogroup", "w") as file:
                file.write("-15")
        os.execve(binary, [binary], {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"})
    seen, first, last = b"", None, None
    while select.select([terminal], [], [], 0.3)[0]:
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            break
        last = (time.perf_counter() - before) * 1000
        if first is None and marker in seen:
            first = last
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    return first, last
