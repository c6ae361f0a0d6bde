"""--watch, with the ways in which editors save."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

SOURCE, CANDOR = (pathlib.Path(argument) for argument in sys.argv[1:3])
POOR = "My name is \u738b.\n"
CLEAN = "My name is Wang.\n"
LONGEST = 60  # seconds until a test gives up; nothing is measured


class WatchTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "a.md").write_text(CLEAN, encoding="utf-8")
        (self.folder / "sub").mkdir()
        self.start()

    def start(self):
        self.candor = subprocess.Popen([CANDOR, "check", "--watch"], cwd=self.folder, text=True,
                                       env={"NO_COLOR": "1"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(self.candor.stdout.close)
        self.addCleanup(self.candor.wait)
        self.addCleanup(self.candor.kill)
        timer = threading.Timer(LONGEST, self.candor.kill)
        timer.start()
        self.addCleanup(timer.cancel)
        self.read()

    def read(self):
        """What is printed until candor waits for the next save."""
        text = ""
        for line in self.candor.stdout:
            text += line
            if line.startswith("note: waiting"):
                return text
        self.fail("candor has ended: " + text)

    def until(self, words):
        """Reads until a run says this: a save can be seen as more than one."""
        while words not in (text := self.read()):
            pass
        return text

    def test_a_file_that_is_written(self):
        (self.folder / "a.md").write_text(POOR, encoding="utf-8")
        self.assertIn("a.md:1:12", self.until("1 warning in 1 text"))
        (self.folder / "a.md").write_text(CLEAN, encoding="utf-8")
        self.until("no findings in 1 text")

    def test_a_file_that_is_renamed_over(self):
        for text, words in ((POOR, "1 warning"), (CLEAN, "no findings"), (POOR, "1 warning")):
            (self.folder / ".a.md.swp").write_text(text, encoding="utf-8")
            os.replace(self.folder / ".a.md.swp", self.folder / "a.md")
            self.until(words)

    def test_a_file_that_is_moved_away_and_written_anew(self):
        os.replace(self.folder / "a.md", self.folder / "a.md~")
        (self.folder / "a.md").write_text(POOR, encoding="utf-8")
        self.until("1 warning")

    def test_files_and_folders_that_are_new_or_gone(self):
        (self.folder / "sub/b.md").write_text(POOR, encoding="utf-8")
        self.until("1 warning in 2 texts")
        (self.folder / "new").mkdir()
        self.until("1 warning in 2 texts")
        (self.folder / "new/c.md").write_text(POOR, encoding="utf-8")
        self.until("2 warnings in 3 texts")
        (self.folder / "sub/b.md").unlink()
        self.until("1 warning in 2 texts")

    def test_settings(self):
        (self.folder / "a.md").write_text(POOR, encoding="utf-8")
        self.until("1 warning")
        (self.folder / "candor.toml").write_text('ignore = ["eras-text"]\n')
        self.until("no findings")
        (self.folder / "candor.toml").write_text("ignore = [\n")
        self.assertIn("error: candor.toml:", self.until("1 problem on the way"))
        (self.folder / "candor.toml").write_text("")
        self.until("1 warning")

    def test_what_is_no_text_wakes_nobody(self):
        (self.folder / "notes.json").write_text("{}")
        (self.folder / "a.md").write_text(POOR, encoding="utf-8")
        self.assertIn("1 warning", self.read())

    def test_ctrl_c_ends_it(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            self.candor.send_signal(number)
            self.assertEqual(self.candor.wait(LONGEST), 0)
            self.start()

    def test_it_goes_with_nothing_that_writes(self):
        for words in (["--fix"], ["--output", "x.txt"], ["-"], ["--write-baseline"], ["--show-files"]):
            done = subprocess.run([CANDOR, "check", "--watch", *words], cwd=self.folder, capture_output=True, text=True,
                                  input="")
            self.assertEqual(done.returncode, 2, words)
            self.assertIn("--watch prints findings", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
