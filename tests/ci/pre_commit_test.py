"""The hooks of .pre-commit-hooks.yaml, run by the real pre-commit on real commits."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, CANDOR = (pathlib.Path(argument) for argument in sys.argv[1:3])
POOR = "My name is \u738b.\n"
MENDED = "My name is Wang.\n"


class PreCommitTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "bin").mkdir()
        (self.folder / "bin/candor").symlink_to(CANDOR)
        self.environment = {
            "PATH": f"{self.folder}/bin:/usr/bin:/bin",
            "HOME": str(self.folder),
            "PRE_COMMIT_HOME": str(self.folder / "cache"),
            "GIT_CONFIG_COUNT": "2",
            "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "t",
            "GIT_CONFIG_KEY_1": "user.email", "GIT_CONFIG_VALUE_1": "t@localhost",
        }
        # pre-commit clones the repository that a hook comes from.
        self.hooks = self.folder / "hooks"
        self.hooks.mkdir()
        shutil.copy(SOURCE / ".pre-commit-hooks.yaml", self.hooks)
        self.run_in(self.hooks, "git", "init", "--quiet")
        self.run_in(self.hooks, "git", "add", ".")
        self.run_in(self.hooks, "git", "commit", "--quiet", "--message", "hooks")
        revision = self.run_in(self.hooks, "git", "rev-parse", "HEAD").stdout.strip()

        self.repository = self.folder / "repository"
        self.repository.mkdir()
        self.run_in(self.repository, "git", "init", "--quiet")
        self.config = f"repos:\n- repo: {self.hooks}\n  rev: {revision}\n  hooks:\n  - id: "

    def run_in(self, folder, *words, check=True):
        done = subprocess.run(words, cwd=folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True)
        if check and done.returncode != 0:
            raise AssertionError(done.stdout)
        return done

    def install(self, hook):
        self.write(".pre-commit-config.yaml", self.config + hook + "\n")
        self.run_in(self.repository, "pre-commit", "install")

    def write(self, name, text):
        path = self.repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self):
        self.run_in(self.repository, "git", "add", "--all")
        return self.run_in(self.repository, "git", "commit", "--message", "texts", check=False)

    def commits(self):
        done = self.run_in(self.repository, "git", "rev-list", "--count", "--all")
        return int(done.stdout)

    def test_a_poor_text_is_refused_and_mended_accepted(self):
        self.install("candor")
        self.write("ps.md", POOR)
        refused = self.commit()
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("eras-text/letters", refused.stdout)
        self.assertEqual(self.commits(), 0)
        self.write("ps.md", MENDED)
        accepted = self.commit()
        self.assertEqual(accepted.returncode, 0, accepted.stdout)
        self.assertEqual(self.commits(), 1)

    def test_only_changed_texts_are_linted(self):
        self.write("old.md", POOR)
        self.commit()
        self.install("candor")
        self.write("new.md", MENDED)
        self.write("LICENSE", POOR)
        self.write("code.py", f"# {POOR}")
        done = self.commit()
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_what_is_excluded_is_left_alone(self):
        self.install("candor")
        self.write("candor.toml", 'exclude = ["drafts/"]\n')
        self.write("drafts/a name.md", POOR)
        done = self.commit()
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_text_that_contradicts_one_that_has_not_changed_is_refused(self):
        self.write("candor.toml", 'applications = ["*"]\nselect = ["dates/contradiction"]\n')
        self.write("a/ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n")
        self.commit()
        self.install("candor")
        self.write("a/exams.md", "# Exams\n\nUSMLE Step 1: failed, August 2020\n")
        refused = self.commit()
        self.assertNotEqual(refused.returncode, 0, refused.stdout)
        self.assertIn("a/exams.md:3:23: error[dates/contradiction]", refused.stdout)

    def test_a_whole_application_is_read_when_one_text_changes(self):
        self.write("candor.toml", 'applications = ["*"]\nselect = ["dates/contradiction"]\n')
        self.write("a/exams.md", "# Exams\n\nUSMLE Step 1: failed, August 2020\n")
        self.commit()
        self.install("candor-application")
        self.write("a/ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n")
        refused = self.commit()
        self.assertNotEqual(refused.returncode, 0, refused.stdout)
        self.assertIn("dates/contradiction", refused.stdout)
        self.write("a/ps.md", "# Personal statement\n\nI failed Step 1 in August 2020.\n")
        accepted = self.commit()
        self.assertEqual(accepted.returncode, 0, accepted.stdout)
        self.assertEqual(self.commits(), 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
