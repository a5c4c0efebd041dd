"""A name server on 127.0.0.1 that knows the servers' names and answers each question after a delay: resolver.py DELAY_MS."""

import socket
import struct
import sys
import threading

from link import SERVER4

NAMES = {b"imap.example.org", b"smtp.example.org"}


def answer(question):
    """Returns the IPv4 address if the question asks for one, otherwise no record, or that the name does not exist."""
    end, labels = 12, []
    while question[end]:
        labels.append(question[end + 1 : end + 1 + question[end]].lower())
        end += 1 + question[end]
    kind = struct.unpack(">H", question[end + 1 : end + 3])[0]
    known = b".".join(labels) in NAMES
    records = [struct.pack(">HHHIH", 0xC00C, 1, 1, 60, 4) + socket.inet_aton(SERVER4)] if known and kind == 1 else []
    flags = 0x8580 | (0 if known else 3)
    return question[:2] + struct.pack(">HHHHH", flags, 1, len(records), 0, 0) + question[12 : end + 5] + b"".join(records)


def serve(wait):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))
    print("ready", flush=True)
    while True:
        question, client = server.recvfrom(4096)
        threading.Timer(wait, server.sendto, [answer(question), client]).start()


if __name__ == "__main__":
    serve(int(sys.argv[1]) / 1000)
