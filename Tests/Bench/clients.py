"""What is compared: the command lines, and how a command's time, CPU and memory are taken."""

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

# wall and CPU in ms, memory in MiB
Sample = collections.namedtuple("Sample", "wall cpu memory status")
PYTHON_CLIENT = os.path.join(os.path.dirname(os.path.realpath(__file__)), "python_client.py")
TOOLS = ["ours", "ours, --json", "curl, one after the other", "curl --parallel", "Python"]
DOES = {
    "ours": "log in, LIST, EXAMINE INBOX; log in, MAIL FROM, RCPT TO, RSET",
    "ours, --json": "the same",
    "curl, one after the other": "log in, LIST; then log in, NOOP",
    "curl --parallel": "as curl, at once",
    "Python": "log in, EXAMINE INBOX; then log in",
}


def commands(binary, ca, mode):
    """The command line of each tool."""
    imap, smtp = PORTS[mode]
    starttls = mode == "starttls"
    scheme = ("imap", "smtp") if starttls else ("imaps", "smtps")
    # With --sasl-ir curl is a round trip faster than it is by itself.
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


# The child is forked from a small shell: the kernel counts what a process was before its exec as its memory, and this
# program is larger than what it measures. The shell waits for a line and exits; its child is then ours, as we are the
# namespace's first process.
LAUNCHER = """
place=$1; shift; exec 3<&0
{ read -r go <&3; exec "$@" <"$place/secret" >"$place/out" 2>"$place/err" 3<&-; } &
echo $!
"""


def measure(command, place):
    """Runs a command once, from its exec until it has ended."""
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
    """Starts the program under a pseudo-terminal; milliseconds until the prompt's text begins, and until all is drawn."""
    before = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        # What carries a terminal's octets inside the kernel has no real-time priority: a program that had would keep it
        # waiting. So it gets the most of the other kind, as a session of its own.
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
