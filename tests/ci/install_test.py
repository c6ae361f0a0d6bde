"""The installed library: find_package(candor), and every header that comes with it."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv[2]).parent.parent

PROJECT = """cmake_minimum_required(VERSION 3.25)
project(uses_candor CXX)
find_package(candor REQUIRED)
add_library(uses_candor OBJECT all_headers.cc)
target_link_libraries(uses_candor PRIVATE candor::candor)
"""


class InstallTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.prefix = self.folder / "installed"
        self.run_cmake("--install", BUILD, "--component", "library", "--prefix", self.prefix)

    def run_cmake(self, *words):
        result = subprocess.run(["cmake", *words], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_a_project_compiles_every_installed_header(self):
        include = self.prefix / "include" / "candor"
        headers = sorted(str(path.relative_to(include)) for path in include.rglob("*.h"))
        self.assertIn("lint/engine/run.h", headers)
        self.assertIn("lint/lsp/protocol.h", headers)
        self.assertNotIn("lint/engine/toml_file.h", headers)
        project = self.folder / "project"
        project.mkdir()
        (project / "CMakeLists.txt").write_text(PROJECT, encoding="utf-8")
        (project / "all_headers.cc").write_text("".join(f'#include "{header}"\n' for header in headers),
                                                encoding="utf-8")
        self.run_cmake("-S", project, "-B", project / "build", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.run_cmake("--build", project / "build")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
