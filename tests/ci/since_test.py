"""--since on real git repositories."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE, CANDOR = (pathlib.Path(argument) for argument in sys.argv[1:3])
POOR = "My name is \u738b.\n"  # eras-text/letters on its line
CLEAN = "I work on the ward.\n"


class SinceTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.repository = self.folder / "repository"
        self.repository.mkdir()
        self.git("init", "--quiet", "--initial-branch", "main")

    def git(self, *words, folder=None):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@localhost", *words],
                       cwd=folder or self.repository, check=True, capture_output=True)

    def write(self, name, text):
        path = self.repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message="texts"):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)

    def candor(self, *words, folder=None, **environment):
        return subprocess.run([CANDOR, "check", "--format", "line", *words], cwd=folder or self.repository,
                              capture_output=True, text=True,
                              env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "NO_COLOR": "1", **environment})

    def found(self, *words, folder=None):
        done = self.candor("--select", "eras-text/letters", *words, folder=folder)
        self.assertEqual(done.stderr, "")
        return [line.split(": ")[0] for line in done.stdout.splitlines()]

    def test_only_changed_lines_count(self):
        self.write("a.md", POOR + "\n" + CLEAN)
        self.commit()
        self.assertEqual(self.found("--since", "HEAD"), [])
        self.write("a.md", POOR + "\n" + CLEAN + "\n" + POOR)
        self.assertEqual(self.found("--since", "HEAD"), ["a.md:5:12"])
        self.git("add", "--all")
        self.assertEqual(self.found("--since", "HEAD"), ["a.md:5:12"])
        self.commit()
        self.assertEqual(self.found("--since", "HEAD~1"), ["a.md:5:12"])
        self.assertEqual(self.found("--since", "HEAD"), [])

    def test_the_exit_status_is_that_of_what_is_left(self):
        self.write("a.md", POOR)
        self.commit()
        self.assertEqual(self.candor("--since", "HEAD").returncode, 0)
        self.write("a.md", POOR + "\n" + POOR)
        self.assertEqual(self.candor("--since", "HEAD").returncode, 1)

    def test_a_new_file_has_changed_as_a_whole(self):
        self.write("a.md", POOR)
        self.commit()
        self.write("b.md", POOR)
        self.write("drafts/c.md", POOR)
        self.assertEqual(self.found("--since", "HEAD"), ["b.md:1:12", "drafts/c.md:1:12"])

    def test_a_file_that_became_a_link_shifts_no_other(self):
        self.write("a.md", CLEAN)
        self.write("b.md", CLEAN)
        self.write("target.txt", CLEAN)
        self.commit()
        (self.repository / "a.md").unlink()
        (self.repository / "a.md").symlink_to("target.txt")
        self.write("b.md", CLEAN + "\n" + POOR)
        self.assertEqual(self.found("--since", "HEAD"), ["b.md:3:12"])

    def test_a_renamed_file_has_changed_where_it_differs(self):
        self.write("a.md", POOR + "\n" + (CLEAN + "\n") * 20)
        self.commit()
        self.git("mv", "a.md", "b.md")
        self.write("b.md", POOR + "\n" + (CLEAN + "\n") * 20 + POOR)
        self.assertEqual(self.found("--since", "HEAD"), ["b.md:43:12"])

    def test_names_are_what_they_are(self):
        names = ["a b.md", 'q"uote.md', "back\\slash.md", "tab\tin.md", "\u540d.md", "$(touch pwned).md", "-x.md"]
        for name in names:
            self.write(name, CLEAN)
        self.commit()
        self.write(names[0], POOR)
        for name in names[1:]:
            self.write(name, CLEAN + "\n" + POOR)
        self.assertEqual(len(self.found("--since", "HEAD")), len(names))
        self.assertFalse((self.repository / "pwned").exists())

    def test_it_works_from_a_folder_inside(self):
        self.write("x/a.md", POOR)
        self.commit()
        self.write("x/a.md", POOR + "\n" + POOR)
        self.assertEqual(self.found("--since", "HEAD", folder=self.repository / "x"), ["a.md:3:12"])

    def test_a_finding_counts_when_any_of_its_places_has_changed(self):
        self.write("candor.toml", 'select = ["dates/contradiction"]\n')
        self.write("ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n")
        self.write("exams.md", "# Exams\n\nUSMLE Step 1: failed, May 2019\n")
        self.commit()
        self.write("exams.md", "# Exams\n\nUSMLE Step 1: failed, August 2020\n")
        whole = self.candor().stdout
        self.assertIn("dates/contradiction", whole)
        self.assertEqual(self.candor("--since", "HEAD").stdout, whole)
        self.commit()
        self.write("ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n\nI like the ward.\n")
        self.assertEqual(self.candor("--since", "HEAD").stdout, "")

    def test_a_passage_counts_when_a_line_of_it_has_changed_or_gone(self):
        self.write("candor.toml", 'select = ["layers/missing-change"]\n')
        lines = ["I failed Step 1 in May 2019", "because I planned my months badly", "and read too little.", ""]
        self.write("ps.md", "\n".join(lines))
        self.commit()
        self.assertIn("layers/missing-change", self.candor().stdout)
        self.write("ps.md", "\n".join([lines[0], "because I planned my weeks badly"] + lines[2:]))
        self.assertIn("layers/missing-change", self.candor("--since", "HEAD").stdout)
        self.write("ps.md", "\n".join([lines[0], lines[2], ""]))
        self.assertEqual(self.candor("--since", "HEAD").stdout, self.candor().stdout)

    def test_programs_that_the_repository_names_are_not_run(self):
        self.write("a.md", CLEAN)
        self.write(".gitattributes", "*.md diff=mine -diff\n")
        self.commit()
        for key in ("diff.external", "diff.mine.textconv", "diff.mine.command", "core.fsmonitor", "core.pager"):
            self.git("config", key, f"touch {self.folder}/pwned;")
        self.write("a.md", CLEAN + "\n" + POOR)
        self.git("config", "color.ui", "always")
        self.assertEqual(self.found("--since", "HEAD"), ["a.md:3:12"])
        self.assertFalse((self.folder / "pwned").exists())

    # What goes wrong

    def trouble(self, *words, folder=None, **environment):
        done = self.candor(*words, folder=folder, **environment)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        return done.stderr

    def test_an_unknown_revision(self):
        self.write("a.md", POOR)
        self.commit()
        (self.repository / "broken.md").write_bytes(b"\xff")
        for revision in ("nope", "--output=pwned", "-h", "HEAD:a.md"):
            done = self.candor(f"--since={revision}")
            self.assertEqual(done.returncode, 2)
            self.assertEqual(done.stderr, f'error: --since: git knows no revision "{revision}" in {self.repository}\n')
            self.assertEqual(done.stdout, "")
        self.assertFalse((self.repository / "pwned").exists())

    def test_a_revision_that_a_shallow_clone_does_not_have(self):
        self.write("a.md", POOR)
        self.commit()
        self.commit()
        clone = self.folder / "clone"
        self.git("clone", "--quiet", "--depth", "1", self.repository.as_uri(), str(clone))
        self.assertEqual(self.trouble("--since", "HEAD~1", folder=clone),
                         f'error: --since: git knows no revision "HEAD~1" in {clone}, a shallow clone; '
                         '"git fetch --unshallow" fetches its history\n')

    def test_no_repository(self):
        outside = self.folder / "outside"
        outside.mkdir()
        (outside / "a.md").write_text(POOR, encoding="utf-8")
        done = self.candor("--since", "HEAD", folder=outside)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, "error: --since: a.md is in no git repository\n")
        self.assertEqual(done.stdout, "")

    def test_no_git(self):
        self.write("a.md", POOR)
        self.commit()
        self.assertIn("error: --since: git cannot be run: No such file or directory",
                      self.trouble("--since", "HEAD", PATH="/nowhere"))

    def test_stdin_has_no_revision(self):
        self.assertIn("--since compares files", self.trouble("-", "--since", "HEAD"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
