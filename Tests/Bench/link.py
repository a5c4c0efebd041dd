"""The link between client and servers: two network namespaces and a delay for every packet between them.

If the kernel has netem, a veth pair with netem at both ends. Otherwise two TUN devices, and this file run as a program that
forwards every packet after half a round trip. Both delay IP packets, and with them TCP's handshake and acknowledgements. The
second kind adds about 0.2 ms per round trip.
"""

import collections
import fcntl
import os
import select
import socket
import struct
import subprocess
import sys
import time

CLIENT4, SERVER4, DEAD4 = "10.77.0.1", "10.77.0.2", "10.77.9.9"
CLIENT6, SERVER6, DEAD6 = "2001:db8:77::1", "2001:db8:77::2", "2001:db8:dead::9"
HAS_V6 = os.path.exists("/proc/sys/net/ipv6")


def run(*words):
    return subprocess.run(words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


class Network:
    """The client is in this program's namespace, the servers are in one that a sleeping process keeps alive."""

    def __init__(self):
        self.keeper = subprocess.Popen(["unshare", "--net", "sleep", "infinity"])
        here = os.readlink("/proc/self/ns/net")
        there = f"/proc/{self.keeper.pid}/ns/net"
        while os.readlink(there) == here:
            time.sleep(0.001)
        self.enter = ["nsenter", f"--net={there}"]
        self.link = None
        run("ip", "link", "set", "lo", "up")
        run(*self.enter, "ip", "link", "set", "lo", "up")
        self.kind = "veth with netem" if self._veth() else self._tun()
        self._address()

    def _veth(self):
        run("ip", "link", "add", "client0", "type", "veth", "peer", "name", "server0", "netns", str(self.keeper.pid))
        netem = ["tc", "qdisc", "add", "dev", "client0", "root", "netem", "delay", "0ms"]
        if subprocess.run(netem, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            return True
        run("ip", "link", "delete", "client0")
        return False

    def _tun(self):
        self.link = subprocess.Popen(
            [sys.executable, "-B", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.link.stdout.readline() != "ready\n":
            raise SystemExit("the kernel has neither netem nor TUN devices, so packets cannot be delayed")
        run("ip", "link", "set", "server0", "netns", str(self.keeper.pid))
        return "two TUN devices (this kernel has no netem)"

    def _address(self):
        for prefix, device, own4, own6 in [([], "client0", CLIENT4, CLIENT6), (self.enter, "server0", SERVER4, SERVER6)]:
            run(*prefix, "ip", "address", "add", own4 + "/24", "dev", device)
            if HAS_V6:
                run(*prefix, "ip", "address", "add", own6 + "/64", "dev", device, "nodad")
            run(*prefix, "ip", "link", "set", device, "up")
            # The kernel must not reuse one run's round-trip metrics in the next run, which has another delay.
            run(*prefix, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/tcp_no_metrics_save")
        # The dead addresses have a route, but nothing answers there, not even with a refusal.
        for family, dead, via in [("-4", "10.77.9.0/24", SERVER4), ("-6", "2001:db8:dead::/48", SERVER6)]:
            if family == "-4" or HAS_V6:
                run("ip", family, "route", "add", dead, "via", via)
                run(*self.enter, "ip", family, "route", "add", "blackhole", dead)

    def delay(self, round_trip):
        """Sets the round trip, in milliseconds."""
        if self.link:
            self.link.stdin.write(f"{round_trip / 2000}\n")
            self.link.stdin.flush()
            self.link.stdout.readline()
        else:
            netem = ["root", "netem", "delay", f"{round_trip / 2}ms", "limit", "10000"]
            run("tc", "qdisc", "replace", "dev", "client0", *netem)
            run(*self.enter, "tc", "qdisc", "replace", "dev", "server0", *netem)

    def measured(self, port):
        """Returns the median connection time of five sockets, in milliseconds."""
        times = []
        for _ in range(5):
            start = time.perf_counter()
            socket.create_connection((SERVER4, port)).close()
            times.append((time.perf_counter() - start) * 1000)
        return sorted(times)[2]


def tun(name):
    set_interface, is_tun, no_header = 0x400454CA, 1, 0x1000
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, set_interface, struct.pack("16sH22x", name.encode(), is_tun | no_header))
    return device


def pass_on():
    """Forwards packets between the devices. A line on standard input is a new one-way delay in seconds."""
    ends = [tun("client0"), tun("server0")]
    other = {ends[0]: ends[1], ends[1]: ends[0]}
    delay = 0.0
    waiting = collections.deque()
    print("ready", flush=True)
    while True:
        rest = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        for end in select.select([0] + ends, [], [], rest)[0]:
            if end == 0:
                line = sys.stdin.readline()
                if not line:
                    return
                delay = float(line)
                print("set", flush=True)
                continue
            due = time.monotonic() + delay
            try:
                while True:
                    packet = os.read(end, 65536)
                    if delay:
                        waiting.append((due, other[end], packet))
                    else:
                        send(other[end], packet)
            except BlockingIOError:
                pass
        while waiting and waiting[0][0] <= time.monotonic():
            send(*waiting.popleft()[1:])


def send(end, packet):
    try:
        os.write(end, packet)
    except OSError:
        pass  # A device that is still down drops packets, as any link may.


if __name__ == "__main__":
    try:
        pass_on()
    except OSError as error:
        sys.exit(f"no TUN device: {error}")
