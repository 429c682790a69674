"""check_nbgrader.py VALUES FOLDER: a homework goes round by real nbgrader, in servers mounted as the values say.

Prints a line of JSON a check: its title, and what is wrong, empty where nothing is.
"""

import json
import re
import sqlite3
import sys
from pathlib import Path

import nbformat
import yaml
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader_server import Share

VALUES, FOLDER = sys.argv[1:]
COURSE, MOMENT = "stat20-fa26", "2026-10-05 19:00:00.000000 UTC"
share = Share(FOLDER, yaml.safe_load(Path(VALUES).read_text("utf-8")))
grader = share.server("grader-stat20", share.values["custom"]["hubc"]["workspaces"]["grader-stat20"]["memberOf"])
dora, sam, eve = (share.server(name) for name in ("dora", "sam.lee", "eve"))
inbound = f"/srv/nbgrader/{COURSE}/inbound"


def check(title, got, want=True):
    right = want(got) if callable(want) else got == want
    print(json.dumps({"title": f"nbgrader: {title}", "problem": "" if right else f"got {got!r}"[-2000:]}), flush=True)


def works(server, *command, title):
    done = server.run(["nbgrader", *command], cwd=f"/home/jovyan/{COURSE}" if server is grader else None)
    check(title, done.returncode if done.returncode == 0 else done.stdout, 0)
    return done.stdout


def shell(server, script):
    done = server.run(["sh", "-c", script])
    return done.returncode, done.stdout


def main():
    roles()
    release()
    for student, answer in ((dora, "return 2 * x"), (sam, "return x")):
        hand_in(student, answer)
    apart()
    tricks()
    collect()
    grades()
    times()


def roles():
    script = (
        "from jupyter_server.serverapp import ServerApp\n"
        "from jupyterlab_server.config import get_page_config\n"
        "ServerApp().initialize(['--port=0', '--allow-root', '--ServerApp.open_browser=False'])\n"
        "print('OFF', *sorted(get_page_config([])['disabledExtensions']))\n"
    )
    student = ["assignment_list", "validate_assignment"], ["course-list", "create-assignment", "formgrader"]
    graders = ["formgrader", "validate_assignment"], ["assignment-list", "course-list"]
    for who, server, (parts, off) in (("a student", dora, student), ("the grader", grader, graders)):
        said = server.run(["python", "-c", script]).stdout
        loaded = re.findall(r"nbgrader\.server_extensions\.(\w+) \| extension was successfully loaded", said)
        check(f"what the server of {who} runs", sorted(loaded), parts)
        hidden = [line.split()[1:] for line in said.splitlines() if line.startswith("OFF")]
        check(f"what its page leaves out for {who}", hidden, [[f"@jupyter/nbgrader:{one}" for one in off]])


def homework():
    solution = "### BEGIN SOLUTION\n    return x + x\n    ### END SOLUTION"

    def cell(text, name, **more):
        kind = {"grade": False, "solution": False, "locked": False, "schema_version": 3, "grade_id": name, **more}
        return new_code_cell(text, metadata={"nbgrader": {**kind, "task": False}})

    return new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[
            new_markdown_cell("# Homework 1"),
            cell(f"def double(x):\n    {solution}", "double", solution=True),
            cell("assert double(3) == 6", "test-double", grade=True, locked=True, points=2),
        ],
    )


def release():
    shell(grader, f"mkdir -p {COURSE}/source/hw1")
    home = grader.folder_on_share(grader.mounts["nbgrader-stat20-course"])
    nbformat.write(homework(), home / "source/hw1/hw1.ipynb")
    works(grader, "generate_assignment", "hw1", title="the grader makes the students' version")
    works(grader, "release_assignment", "hw1", title="and releases it")
    check("the students' version has no solution", "x + x" in (home / "release/hw1/hw1.ipynb").read_text(), False)


def hand_in(student, answer):
    name = student.name
    works(student, "fetch_assignment", "hw1", title=f"{name} gets it")
    path = student.folder_on_share(student.mounts["home"]) / COURSE / "hw1/hw1.ipynb"
    check(f"{name} has it in a folder of the course", path.exists())
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = f"def double(x):\n    {answer}"
    nbformat.write(notebook, path)
    works(student, "submit", "hw1", title=f"{name} hands it in")
    check(f"{name} sees that", works(student, "list", "--inbound", title=f"{name} lists"), lambda got: "hw1" in got)


def apart():
    exchange = str(dora.path(f"/srv/nbgrader/{COURSE}"))
    _, seen = shell(dora, f"find {exchange} -mindepth 2")
    check("dora sees what is released and hers", "/outbound/hw1/hw1.ipynb" in seen and "+hw1+" in seen)
    others = [line for line in seen.splitlines() if "sam" in line or "/feedback/" in line]
    check("and nothing of the others", others, [])
    _, everywhere = shell(dora, f"find {share.folder} -name '*.ipynb'")
    mine = (str(dora.root), str(share.folder / "self"))
    check("nor anywhere else", [line for line in everywhere.splitlines() if not line.startswith(mine)], [])
    for place in ("outbound/hw1/more", "feedback/mine.html"):
        check(f"dora can't write {place}", shell(dora, f"touch {exchange}/{place}"), lambda got: "Read-only" in got[1])
    _, all_seen = shell(grader, f"find {grader.path(inbound)} -mindepth 2 -maxdepth 2")
    check("the grader sees both", sorted(line.split("/")[-2] for line in all_seen.splitlines()), ["dora", "sam-2elee"])
    _, said = shell(grader, f"touch {grader.path(inbound)}/dora/x")
    check("and changes nothing there", said, lambda got: "Read-only" in got)


def tricks():
    """What eve puts into her folder by hand: the solution by a link, bad names, a name that is not hers."""
    own = eve.path(inbound)
    solution = grader.path(f"/home/jovyan/{COURSE}/source/hw1/hw1.ipynb")
    linked, named = f"{own}/eve+hw1+{MOMENT}+abc", f"{own}/dora+hw2+{MOMENT}+abc"
    script = f"""
mkdir '{linked}' && ln -s {solution} '{linked}/hw1.ipynb'
mkdir '{own}/eve+hw1+yesterday+abc' '{own}/eve+hw1+9999-99-99 99:99:99.0 UTC+abc' {own}/nonsense
mkdir '{named}' && echo '{{}}' > '{named}/hw2.ipynb' && echo never > '{named}/timestamp.txt'
ln -s {grader.path(inbound)} '{own}/eve+hw2+{MOMENT}+link'
"""
    check("eve hands in what she should not", shell(eve, script)[0], 0)


def collect():
    said = works(grader, "collect", "hw1", title="the grader collects")
    home = grader.folder_on_share(grader.mounts["nbgrader-stat20-course"])
    got = sorted(path.name for path in (home / "submitted").iterdir())
    check("what dora and sam.lee handed in, by their names on the hub", got, ["dora", "sam.lee"])
    check("not what eve linked to", "What eve handed in can't be collected" in said)
    check("which would have been the solution", "x + x" in (home / "source/hw1/hw1.ipynb").read_text())
    check("and says what is misnamed", said.count("not named as nbgrader does"), 3)
    works(grader, "collect", "hw2", title="the grader collects what eve called dora's")
    check("it is eve's", (home / "submitted/eve/hw2").is_dir() and not (home / "submitted/dora/hw2").exists())
    check("with the time of its name", (home / "submitted/eve/hw2/timestamp.txt").read_text(), MOMENT)
    works(grader, "collect", "--update", "hw2", title="and collects again")


def grades():
    home = grader.folder_on_share(grader.mounts["nbgrader-stat20-course"])
    works(grader, "autograde", "hw1", title="the grader grades")
    with sqlite3.connect(home / "gradebook.db") as book:
        rows = book.execute(
            "select s.student_id, sum(g.auto_score) from grade g join submitted_notebook n on g.notebook_id = n.id"
            " join submitted_assignment s on n.assignment_id = s.id group by s.student_id order by 1"
        ).fetchall()
    check("the right answer has its points, the wrong one none", rows, [("dora", 2.0), ("sam.lee", 0.0)])
    works(grader, "generate_feedback", "hw1", title="writes feedback")
    works(grader, "release_feedback", "hw1", title="and releases it")
    for student in (dora, sam):
        name = student.name
        works(student, "fetch_feedback", "hw1", title=f"{name} gets it")
        mine = list((student.folder_on_share(student.mounts["home"]) / COURSE / "hw1/feedback").rglob("*.html"))
        check(f"{name} has it", len(mine), 1)
        _, seen = shell(student, f"ls {student.path(f'/srv/nbgrader/{COURSE}/feedback')}")
        check(f"{name} sees no other's", len(seen.split()), 1)


def times():
    """The formgrader's own interface, with the configuration of its server, for a due date in summer and one in winter."""
    script = (
        "from nbgrader.api import Gradebook\n"
        "from nbgrader.apps import NbGrader\n"
        "from nbgrader.apps.api import NbGraderAPI\n"
        "from nbgrader.exchange.abc import Exchange\n"
        "app = NbGrader()\n"
        "app.initialize([])\n"
        "api = NbGraderAPI(app.coursedir, parent=app)\n"
        "for due in ('2026-09-01T17:00 -0700', '2026-12-01T17:00 -0800'):\n"
        "    with api.gradebook as book:\n"
        "        book.update_or_create_assignment('hw1', duedate=due)\n"
        "    print('DUE', api.get_assignment('hw1')['duedate_notimezone'])\n"
        "print('EXCHANGE', Exchange(parent=app).timezone)\n"
    )
    said = grader.run(["python", "-c", script]).stdout
    shown = [line for line in said.splitlines() if line.startswith(("DUE", "EXCHANGE"))]
    check("due dates are shown in the project's time zone, hand-ins named in UTC", shown, [
        "DUE 2026-09-01T17:00:00",
        "DUE 2026-12-01T17:00:00",
        "EXCHANGE UTC",
    ])


main()
