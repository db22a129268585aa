"""What the measurements of `make bars` share: a corpus, a pseudo-terminal, a clock and the lines they print."""

import fcntl
import json
import os
import pty
import random
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(ROOT, ".build", "release", "newstape")


def report(ok, what, figure, bar):
    """Prints one line of the result."""
    print(f"{'PASS' if ok else 'FAIL'} {what}: {figure} (bar: {bar})", flush=True)
    return ok


def finish(results):
    sys.exit(0 if all(results) else 1)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def environment(folder, **more):
    """The environment of a user who has nothing yet, with all files below `folder`."""
    variables = {
        "HOME": folder,
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "NEWSTAPE_DATA": ROOT,
    }
    variables.update(more)
    return variables


WORDS = (
    "公司 市场 资金 投资 银行 利率 股份 公告 业绩 同比 增长 下降 季度 营业 收入 净利润 监管 部门 政策 行业 企业 产品 技术 研发 生产 "
    "销售 渠道 客户 项目 合作 协议 风险 管理 成本 价格 原料 供应 需求 库存 出口 进口 订单 产能 扩张 收购 重组 上市 发行 债券 基金"
).split()
TAGS = [f"{a}{b}" for a in WORDS[:20] for b in WORDS[20:35]]
SOURCES = [f"{name}{kind}" for name in ("星海", "潮汐", "北辰", "远帆", "日晷", "芯潮") for kind in ("财经", "周刊", "证券报", "观察")]


def write_corpus(path, count, seed=1):
    """Writes `count` invented articles of about 2.4 KB each as JSON Lines: the same at every call."""
    dice = random.Random(seed)
    moment = 1_780_000_000
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            moment += dice.randrange(5, 115)
            paragraphs = [
                "".join(dice.choices(WORDS, k=46)) + "，" + "".join(dice.choices(WORDS, k=44)) + "。" for _ in range(4)
            ]
            article = {
                "id": f"bar-{number}",
                "title": "".join(dice.choices(WORDS, k=9)) + str(number),
                "source": dice.choice(SOURCES),
                "published": moment,
                "tags": dice.sample(TAGS, 3),
                "text": "\n".join(paragraphs),
            }
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


def run(arguments, variables):
    """Runs the program to its end; returns seconds of wall time, peak memory in MB, and its output."""
    before = time.monotonic()
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen([BINARY, *arguments], env=variables, stdout=output, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - before
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8")
    if child.returncode != 0:
        sys.exit(f"newstape {' '.join(arguments)} failed with exit code {child.returncode}")
    return seconds, usage.ru_maxrss / 1024, text


class Terminal:
    """The program on a pseudo-terminal, timed from the byte written to the last byte of the frame."""

    def __init__(self, arguments, variables, columns=120, rows=40):
        self.bytes = b""
        self.started = time.monotonic()
        self.child, self.master = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(BINARY, [BINARY, *arguments], variables)

    def read_until_quiet(self, quiet=0.05, limit=5.0):
        """Reads until nothing comes for `quiet` seconds; returns when the last byte came and how many there were."""
        count, last, deadline = 0, time.monotonic(), time.monotonic() + limit
        while time.monotonic() < deadline:
            ready, _, _ = select.select([self.master], [], [], quiet)
            if not ready:
                if count > 0:
                    break
                continue
            try:
                piece = os.read(self.master, 65_536)
            except OSError:
                break
            if not piece:
                break
            last = time.monotonic()
            count += len(piece)
            self.bytes += piece
        return last, count

    def wait_for(self, text, limit=5.0):
        """Reads until `text` has come; returns the seconds since the program was started, or None."""
        wanted, deadline = text.encode("utf-8"), time.monotonic() + limit
        while wanted not in self.bytes:
            left = deadline - time.monotonic()
            ready, _, _ = select.select([self.master], [], [], max(0, left))
            if not ready:
                return None
            try:
                self.bytes += os.read(self.master, 65_536)
            except OSError:
                return None
        return time.monotonic() - self.started

    def press(self, keys, quiet=0.05):
        """Writes keys; returns the seconds until the last byte of what they change, and how many bytes came."""
        before = time.monotonic()
        os.write(self.master, keys.encode("utf-8"))
        last, count = self.read_until_quiet(quiet)
        return last - before, count

    def close(self):
        try:
            os.kill(self.child, signal.SIGTERM)
        except ProcessLookupError:
            pass
        os.waitpid(self.child, 0)
        os.close(self.master)
