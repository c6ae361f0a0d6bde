"""What README shows is so: the example rule pack, the demo's output and the count of its baseline."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import unittest

SOURCE, CANDOR = (pathlib.Path(argument) for argument in sys.argv[1:3])
README = (SOURCE / "README.md").read_text(encoding="utf-8")


def run(folder, *words):
    """The exit status, and what is printed on stdout."""
    done = subprocess.run([CANDOR, *words], cwd=folder, capture_output=True, env={"NO_COLOR": "1"})
    return done.returncode, done.stdout.decode("utf-8")


class ReadmeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def shown(self, kind, words):
        """The one fenced block of that kind with the words in it."""
        fenced = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.M | re.S)
        blocks = [block for opened, block in fenced if opened == kind and words in block]
        self.assertEqual(len(blocks), 1, f"blocks of README with {words!r}")
        return blocks[0]

    def write_pack(self, text):
        (self.folder / "packs").mkdir(exist_ok=True)
        (self.folder / "packs/house.toml").write_text(text, encoding="utf-8")

    def test_the_rule_pack_passes_its_own_examples(self):
        pack = self.shown("toml", "[[rule]]")
        self.write_pack(pack)
        self.assertEqual(run(self.folder, "test", "packs/house.toml")[0], 0)
        self.write_pack(pack.replace("bad = [", 'bad = ["She humbled me.", '))
        self.assertEqual(run(self.folder, "test", "packs/house.toml")[0], 1)

    def test_the_rule_pack_is_used_where_the_configuration_names_it(self):
        pack = self.shown("toml", "[[rule]]")
        (rule,) = tomllib.loads(pack)["rule"]
        self.write_pack(pack)
        (self.folder / "candor.toml").write_text(self.shown("toml", "rules = ["), encoding="utf-8")
        applicant = self.folder / "applicants/one"
        applicant.mkdir(parents=True)
        found = []
        for text in rule["bad"] + rule["good"]:
            (applicant / "personal-statement.md").write_text(text + "\n", encoding="utf-8")
            found.append(f"[{rule['id']}]" in run(self.folder, "check", "--format", "line")[1])
        self.assertEqual(found, [True] * len(rule["bad"]) + [False] * len(rule["good"]))

    def test_the_demo_says_what_is_shown(self):
        shown = self.shown("", "corpus/demo/applicants/daniel-osei")
        begin, end = shown.split("[...]\n\n")
        said = run(SOURCE, "check", "corpus/demo")[1]
        for finding in begin.split("\n\ncorpus/"):
            self.assertIn(finding.strip(), said)
        self.assertTrue(said.endswith(end), said[-300:])

    def test_the_baseline_of_the_demo_holds_as_many_as_is_shown(self):
        shown = re.findall(r"in the demo: (no findings in .* in the baseline\))", README)
        self.assertEqual(len(shown), 1)
        demo = self.folder / "demo"
        shutil.copytree(SOURCE / "corpus/demo", demo)
        self.assertEqual(run(demo, "check", "--write-baseline")[0], 0)
        self.assertEqual(run(demo, "check")[1].splitlines()[-1], shown[0])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
