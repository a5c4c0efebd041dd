"""Medians, fits and limits, as tables on standard output and as JSON."""

import json
import os
import platform
import statistics
import subprocess

from clients import DOES, TOOLS

TITLES = {"tls": "TLS 1.3, both protocols", "tls12": "TLS 1.2, both protocols", "starttls": "STARTTLS, both protocols"}


def load(path):
    with open(path) as file:
        return json.load(file)


def median(samples, field="wall"):
    return statistics.median(getattr(sample, field) for sample in samples)


def both(samples, field):
    """Returns the median, and the minimum, which other programs on the machine affect least."""
    return f"{median(samples, field):.1f} ({min(getattr(sample, field) for sample in samples):.1f})"


def fit(points):
    """Returns slope and intercept of the least-squares line through the points."""
    if len(points) < 2:
        return None, None
    return statistics.linear_regression(*zip(*points))


def spread(samples):
    """Returns half of the interquartile range, in percent of the median."""
    walls = [sample.wall for sample in samples]
    if len(walls) < 2:
        return 0.0
    low, _, high = statistics.quantiles(walls, n=4, method="inclusive")
    return (high - low) / 2 / statistics.median(walls) * 100


def number(value, digits=0):
    return "-" if value is None else f"{value:.{digits}f}"


def versions():
    """Yields the versions of all programs involved."""
    for words, before in [
        (["curl", "--version"], ""), (["openssl", "version"], ""), (["/usr/sbin/dovecot", "--version"], "Dovecot "),
        (["/usr/sbin/postconf", "-dh", "mail_version"], "Postfix "),
    ]:
        words = subprocess.run(words, capture_output=True, text=True).stdout.split()
        yield before + " ".join(words[: 1 if before else 2])
    yield f"Python {platform.python_version()}"
    yield f"Linux {platform.release()}"


def table(head, rows):
    rows = [head] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    for index, row in enumerate(rows):
        cells = [cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths))]
        print("| " + " | ".join(cells) + " |")
        if index == 0:
            print("|" + "-" * (widths[0] + 2) + "|" + "|".join("-" * (width + 1) + ":" for width in widths[1:]) + "|")
    print(flush=True)


class Report:
    def __init__(self, kind, options, size):
        self.kind, self.delays, self.runs, self.size = kind, options.delays, options.runs, size
        self.link = {}
        self.figures = {"size": size, "link": kind, "runs": options.runs, "delays": options.delays}

    def head(self):
        took = ", ".join(f"{measured:.1f} at {delay:g}" for delay, measured in self.link.items())
        self.figures["measured"] = list(self.link.values())
        self.figures["load"] = os.getloadavg()[0]
        print(f"{', '.join(versions())}.")
        print(f"Link: {self.kind}. A connection took {took} ms. {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}.")
        print(f"Medians of {self.runs} runs, tools in turn; ± is half the interquartile range.\n", flush=True)

    def start(self, samples, prompts):
        print("## Start\n")
        first, drawn = (statistics.median(prompt[index] or 0 for prompt in prompts) for index in (0, 1))
        rows = [[name, both(s, "wall"), both(s, "cpu"), number(median(s, "memory"), 1)] for name, s in samples.items()]
        least = [min(prompt[index] or 0 for prompt in prompts) for index in (0, 1)]
        rows += [["setup, first prompt", f"{first:.1f} ({least[0]:.1f})", "", ""]]
        rows += [["setup, prompt and list drawn", f"{drawn:.1f} ({least[1]:.1f})", "", ""]]
        table(["", "wall ms (least)", "CPU ms (least)", "memory MiB"], rows)
        print(f"The stripped binary has {self.size} bytes.\n", flush=True)
        self.figures["start"] = {name: median(s) for name, s in samples.items()} | {"prompt": first, "drawn": drawn}

    def verification(self, mode, samples):
        print(f"## {TITLES[mode]}\n")
        far = min(self.delays, key=lambda delay: abs(delay - 100))
        ours = median(samples["ours"][far])
        figures, rows = {}, []
        for tool, by in samples.items():
            walls = [median(by[delay]) for delay in self.delays]
            slope, fixed = fit(list(zip(self.delays, walls)))
            everything = [sample for delay in self.delays for sample in by[delay]]
            figures[tool] = {
                "wall": walls, "round_trips": slope, "fixed": fixed, "ratio": ours / median(by[far]),
                "cpu": median(everything, "cpu"), "least_cpu": min(sample.cpu for sample in everything),
                "memory": max(sample.memory for sample in everything), "spread": spread(by[far]),
                "samples": {f"{delay:g}": by[delay] for delay in self.delays},
            }
            it = figures[tool]
            rows.append(
                [tool, *(number(wall) for wall in walls), number(slope, 2), number(fixed), number(it["ratio"], 2),
                 number(it["spread"], 1), both(everything, "cpu"), number(it["memory"], 1), DOES[tool]])
        head = ["", *(f"@{delay:g} ms" for delay in self.delays), "round trips", "fixed ms", f"ours/it @{far:g}", "± %", "CPU ms (least)"]
        table([*head, "peak MiB", "does"], rows)
        self.figures[mode] = figures

    def _change(self, title, samples, base):
        print(f"## {title}\n")
        names = list(samples)
        rows = []
        for tool in samples[base]:
            walls = [median(samples[name][tool]) for name in names]
            later = ["", *(f" ({wall - walls[0]:+.0f})" for wall in walls[1:])]
            rows.append([tool] + [number(wall) + more for wall, more in zip(walls, later)])
        table(["wall ms @20 ms", *names], rows)
        return {name: {tool: median(found) for tool, found in by.items()} for name, by in samples.items()}

    def dead(self, samples):
        self.figures["dead"] = self._change("One address family dead", samples, "both alive")
        print("Python waits minutes for the first address and is left out.\n")

    def resolver(self, samples):
        self.figures["resolver"] = self._change("A slow resolver", samples, "resolver 0 ms")

    def limits(self):
        """Compares the figures with the limits."""
        rows = []

        def limit(name, value, most, digits=1):
            rows.append([name, number(value, digits), number(most, digits), "yes" if value <= most else "NO"])

        start, tls, dead = (self.figures.get(name) for name in ("start", "tls", "dead"))
        if tls:
            ours = tls["ours"]
            if ours["round_trips"] is not None:
                limit("round trips, TLS 1.3", ours["round_trips"], 6.2, 2)
                limit("fixed part, ms", ours["fixed"], 15)
            ratios = {"curl, one after the other": 0.42, "curl --parallel": 0.72, "Python": 0.48} if 100 in self.delays else {}
            for tool, most in ratios.items():
                limit(f"wall time relative to {tool}", tls[tool]["ratio"], most, 3)
            limit("CPU, ms", ours["cpu"], 15)
            limit("peak memory, MiB", ours["memory"], 22)
        if start:
            limit("setup --version, ms, beside curl --version", start["setup --version"], start["curl --version"])
            limit("first prompt, ms", start["prompt"], 10)
        limit("stripped binary, MB", self.size / 1e6, 20, 2)
        if dead:
            for name in ("IPv6 dead", "IPv4 dead"):
                limit(f"{name}, ms later", dead[name]["ours"] - dead["both alive"]["ours"], 300, 0)
        print("## Limits\n")
        table(["", "is", "at most", "met"], rows)
        self.figures["limits"] = rows

    def compare(self, earlier):
        print("## Since the earlier run\n")
        rows = []
        for mode in TITLES:
            if mode not in self.figures or mode not in earlier or earlier["delays"] != self.delays:
                continue
            for tool in TOOLS:
                now, then = self.figures[mode][tool], earlier[mode][tool]
                changes = [f"{(a / b - 1) * 100:+.1f} %" for a, b in zip(now["wall"], then["wall"])]
                rows.append([f"{mode}: {tool}", *changes, f"{then['ratio']:.3f}", f"{now['ratio']:.3f}"])
            order = [sorted(TOOLS, key=lambda tool: run[mode][tool]["ratio"]) for run in (earlier, self.figures)]
            print(f"{TITLES[mode]}: the ratios are in {'the same' if order[0] == order[1] else 'ANOTHER'} order.")
        print()
        table(["wall", *(f"@{delay:g} ms" for delay in self.delays), "ratio then", "ratio now"], rows)

    def save(self, path):
        with open(path, "w") as file:
            json.dump(self.figures, file, indent=1)
            file.write("\n")
