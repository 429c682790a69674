"""Helix, in a terminal that this program is: it types what a person would and reads the screen, and prints the lines that neovim.lua prints."""

import json
import os
import pty
import select
import struct
import termios
import time
from fcntl import ioctl

import pyte

ROWS, COLUMNS = 40, 150
# The mode, as the last line but one shows it.
NORMAL = " NOR "
screen = pyte.Screen(COLUMNS, ROWS)
stream = pyte.ByteStream(screen)


def start(argv):
    """Helix as the program of a new terminal. @returns its process, and what writes to it and reads from it."""
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(argv[0], argv)
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return process, terminal


def read(terminal, seconds):
    """Takes what is shown until nothing has come for so long."""
    while select.select([terminal], [], [], seconds)[0]:
        try:
            shown = os.read(terminal, 65536)
        except OSError:  # the program has ended
            return
        if not shown:
            return
        stream.feed(shown)


def main():
    root = os.environ["HUB_ROOT"]
    process, terminal = start([*json.loads(os.environ["HELIX"]), os.path.join(root, "course.hub")])

    def shown():
        return "\n".join(line.rstrip() for line in screen.display)

    def wait(holds):
        end = time.monotonic() + 20
        while not holds(shown()) and time.monotonic() < end:
            read(terminal, 0.1)
        return shown()

    def type_keys(*keys):
        for key in keys:
            os.write(terminal, key.encode())
            read(terminal, 0.15)

    def write(text):
        """Text at a person's pace: Helix 25.01 tells the server of edits in the wrong order where keys come together."""
        type_keys(*text)

    def escape(holds):
        """Escape and a key right behind it would be one key with Alt: this waits until the first has done something."""
        type_keys("\x1b")
        return wait(holds)

    def search(word):
        type_keys("gg", "/" + word + "\r")

    def file(name):
        with open(os.path.join(root, name), encoding="utf-8") as opened:
            return opened.read()

    def say(step, value):
        print(json.dumps({"step": step, "value": value}), flush=True)

    def findings():
        """The picker of findings has a line for each, with its code."""
        type_keys(" d")
        text = wait(lambda text: "schema/" in text or "0/0" in text)
        escape(lambda text: "┌" not in text)
        return [word for word in text.split() if word.startswith("schema/")]

    def marked():
        """What is underlined on the screen: the words that findings are at."""
        words, place = [], (-1, -1)
        for row in range(ROWS - 2):
            for column in range(COLUMNS):
                cell = screen.buffer[row][column]
                if not cell.underscore:
                    continue
                if place == (row, column - 1):
                    words[-1] += cell.data
                else:
                    words.append(cell.data)
                place = (row, column)
        return words

    def colour(row, column):
        """The foreground of a place of the file; its first line tells how wide marks and numbers are before it."""
        return screen.buffer[row][column + screen.display[0].index("course data8")].fg

    wait(lambda text: "● 2" in text)
    say("diagnostics", findings())
    say("column", marked())
    wait(lambda _: colour(0, 7) != colour(5, 0))
    # The cursor stands on the first kind, and hides its colour.
    say("colours", [colour(*place) for place in ((11, 0), (0, 7), (1, 2), (1, 13), (5, 13), (5, 0))])

    search("nobody")
    write('c"ada"')
    escape(lambda text: NORMAL in text and "● 1" in text)
    say("mended", findings())

    search("imgae")
    type_keys(" a")
    wait(lambda text: "Write `image`" in text)
    type_keys("\r")
    wait(lambda text: "●" not in text and "Write" not in text)
    say("fixed", {"codes": findings(), "line": screen.display[3]})

    search("memory")
    type_keys(" k")
    say("hover", wait(lambda text: "guarantee" in text))
    escape(lambda text: "guarantee" not in text)
    write("ope")
    # A line of the list is the word and what it is.
    text = wait(lambda text: "peak" in text)
    say("completion", [line.split()[-2] for line in text.split("\n") if line.endswith("property")])
    escape(lambda text: NORMAL in text)
    type_keys("xd")

    search("scipy-fall")
    type_keys("gd")
    say("definition", wait(lambda text: " image.hub " in text).split("\n")[ROWS - 2].split()[1])
    type_keys(" r")
    wait(lambda text: "rename-to:" in text)
    type_keys("\x15", "scipy-26\r")
    wait(lambda text: "image scipy-26" in text)
    type_keys(":o course.hub\r")
    wait(lambda text: "course data8" in text)
    type_keys(" s")
    # The picker says how many of how many lines it shows.
    outline = wait(lambda text: "auth github" in text and "7/7" in text)
    say("symbols", outline.count(" class ") + outline.count(" object "))
    escape(lambda text: "┌" not in text)
    search("students = 20")
    write("cstudents=30")
    escape(lambda text: NORMAL in text)
    type_keys(":wa\r")
    wait(lambda _: "students = 30" in file("course.hub") and "scipy-26" in file("image.hub"))
    course = file("course.hub")
    say("rename", {"here": course, "there": file("image.hub")})
    say("format", next((line for line in course.split("\n") if "students" in line), ""))
    type_keys(":q\r")
    _, status = os.waitpid(process, 0)
    say("stopped", status == 0 and has_ended(os.path.join(os.environ["HUB_OWN"], "pid")))


def has_ended(path):
    """Whether the process whose id is in the file ends within five seconds."""
    with open(path, encoding="utf-8") as file:
        process = int(file.read())
    for _ in range(50):
        if not os.path.exists(f"/proc/{process}"):
            return True
        time.sleep(0.1)
    return False


main()
