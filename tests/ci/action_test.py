"""The GitHub Action, run step by step as a runner does, on a real git repository.

A runner puts the values of `${{ }}` into a step's environment, writes `run` to a file and gives that to bash. So does
this test; what it does not do is fetch the action and start a machine.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import yaml

SOURCE, CANDOR = (pathlib.Path(argument) for argument in sys.argv[1:3])
ACTION = SOURCE / ".github/actions/candor"
POOR = "My name is \u738b.\n"  # eras-text/letters, a warning


class Runner:
    """One job: a repository as its working directory, and what the steps leave behind."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.repository = self.folder / "repository"
        self.repository.mkdir()
        (self.folder / "bin").mkdir()
        (self.folder / "bin/candor").symlink_to(CANDOR)
        self.git("init", "--quiet")

    def git(self, *words):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@localhost", *words], cwd=self.repository, check=True)

    def write(self, name, text):
        path = self.repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, path=None, **inputs):
        """Runs the steps until one fails. Returns its status and what all have printed."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "texts")
        action = yaml.safe_load((ACTION / "action.yml").read_text())
        values = {name: str(spec.get("default", "")) for name, spec in action["inputs"].items()}
        values.update({name.replace("_", "-"): value for name, value in inputs.items()})
        self.output, self.summary = self.folder / "output", self.folder / "summary"
        for file in (self.output, self.summary):
            file.write_text("")
        printed = ""
        for step in action["runs"]["steps"]:
            environment = {
                "PATH": path or f"{self.folder}/bin:/usr/bin:/bin",
                "HOME": str(self.folder),
                "GITHUB_ACTION_PATH": str(ACTION),
                "GITHUB_OUTPUT": str(self.output),
                "GITHUB_STEP_SUMMARY": str(self.summary),
            }
            for name, value in step["env"].items():
                environment[name] = re.sub(r"\$\{\{ (.*?) \}\}", lambda m: self.value(m.group(1), values), value)
            script = self.folder / "step.sh"
            script.write_text(step["run"])
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
                cwd=self.repository, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )
            printed += done.stdout
            if done.returncode != 0:
                return done.returncode, printed
        return 0, printed

    def value(self, expression, inputs):
        kind, _, name = expression.partition(".")
        return inputs[name] if kind == "inputs" else {"server_url": f"file://{self.folder}", "action_repository": "us"}[name]


class ActionTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.runner = Runner(folder.name)

    def test_a_clean_repository_passes(self):
        self.runner.write("a.md", "I work on the ward.\n")
        status, printed = self.runner.run()
        self.assertEqual(status, 0, printed)
        self.assertEqual(self.runner.output.read_text(), "exit-code=0\n")
        self.assertIn("no findings in 1 text", self.runner.summary.read_text())

    def test_a_finding_is_marked_and_fails(self):
        self.runner.write("a.md", POOR)
        status, printed = self.runner.run()
        self.assertEqual(status, 1, printed)
        self.assertIn("::warning file=a.md,line=1,endLine=1,col=12,", printed)
        self.assertEqual(self.runner.output.read_text(), "exit-code=1\n")
        self.assertIn("| warning | a.md:1:12 |", self.runner.summary.read_text())

    def test_trouble_is_two(self):
        status, printed = self.runner.run(paths="nope.md")
        self.assertEqual(status, 2, printed)
        self.assertEqual(self.runner.output.read_text(), "exit-code=2\n")

    def test_fail_on_and_config_count(self):
        self.runner.write("a.md", POOR)
        self.runner.write("ci/candor.toml", 'ignore = ["eras-text"]\n')
        self.assertEqual(self.runner.run(fail_on="never")[0], 0)
        self.assertEqual(self.runner.run(config="ci/candor.toml")[0], 0)
        self.assertEqual(self.runner.run(fail_on="nonsense")[0], 2)

    def test_sarif_is_written_besides(self):
        self.runner.write("a.md", POOR)
        status, printed = self.runner.run(sarif_file="candor.sarif")
        self.assertEqual(status, 1, printed)
        self.assertIn("::warning", printed)
        report = json.loads((self.runner.repository / "candor.sarif").read_text())
        self.assertEqual(report["runs"][0]["results"][0]["ruleId"], "eras-text/letters")
        self.assertEqual(self.runner.run(sarif_file="no/such/folder.sarif")[0], 2)

    def test_paths_are_one_a_line_whatever_they_hold(self):
        names = ["with blank.md", "it's.md", 'a"b.md', "$(touch pwned).md", "`touch pwned`.md", "; touch pwned #.md",
                 "-rf.md", "*.md", "${HOME}.md", "[a,b].md", "back\\slash.md"]
        for name in names:
            self.runner.write(name, POOR)
        status, printed = self.runner.run(paths="\n".join(names) + "\n", format="line")
        self.assertEqual(status, 1, printed)
        for name in names:
            self.assertIn(f"{name}:1:12: warning", printed)
        self.assertEqual(printed.count(": warning: "), len(names), printed)

    def test_no_input_is_ever_run(self):
        self.runner.write("a.md", POOR)
        nasty = '"; touch pwned; echo "$(touch pwned)`touch pwned`\n\'touch pwned\'\n${{ github.token }}'
        for name in ("paths", "config", "fail_on", "format", "sarif_file", "version", "checksum"):
            status, printed = self.runner.run(**{name: nasty})
            self.assertNotEqual(status, 0, name)
            self.assertFalse((self.runner.repository / "pwned").exists(), name)

    def test_no_script_holds_an_expression(self):
        for step in yaml.safe_load((ACTION / "action.yml").read_text())["runs"]["steps"]:
            self.assertNotIn("${{", step["run"])
        for script in ACTION.glob("*.sh"):
            self.assertNotIn("${{", script.read_text())

    # Installing

    def test_a_candor_of_another_version_is_not_good_enough(self):
        status, printed = self.runner.run(version="9.9.9")
        self.assertEqual(status, 2, printed)
        self.assertIn("there is no package of candor 9.9.9 for this machine", printed)

    def test_a_release_with_another_checksum_is_not_installed(self):
        architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True).stdout.strip()
        package = self.runner.folder / f"us/releases/download/v9.9.9/candor_9.9.9_{architecture}.deb"
        package.parent.mkdir(parents=True)
        package.write_text("no package")
        status, printed = self.runner.run(version="v9.9.9", checksum="0" * 64)
        self.assertEqual(status, 2, printed)
        self.assertIn("the package of candor 9.9.9 has another checksum", printed)

    def test_the_version_that_is_there_is_taken(self):
        have = subprocess.run([CANDOR, "--version"], capture_output=True, text=True).stdout.split()[1]
        self.assertEqual(self.runner.run(version=have)[0], 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
