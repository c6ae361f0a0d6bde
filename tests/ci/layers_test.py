"""Folders are layers: what lint/README.md lists, and includes that go up its list alone."""

import pathlib
import re
import sys
import unittest

LINT = pathlib.Path(sys.argv[1]) / "lint"


def layers():
    """The layers in the order in which the README lists them."""
    return re.findall(r"^- `(\w+)`:", (LINT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


def wrong_includes(path, text, order):
    """Each include of `text`, which stands at `path` below lint, of a layer that comes after its own."""
    own = order.index(path.parts[0])
    included = re.findall(r'^#include "lint/((\w+)/[^"]+)"', text, re.MULTILINE)
    return [f"{path} includes {header}" for header, layer in included if order.index(layer) > own]


class LayersTest(unittest.TestCase):
    def test_every_folder_is_a_layer(self):
        self.assertEqual(sorted(layers()), sorted(folder.name for folder in LINT.iterdir() if folder.is_dir()))

    def test_an_include_of_a_later_layer_is_wrong(self):
        order = ["source", "rule"]
        self.assertEqual(wrong_includes(pathlib.Path("source/a.cc"), '#include "lint/rule/b.h"\n', order),
                         ["source/a.cc includes rule/b.h"])
        self.assertEqual(wrong_includes(pathlib.Path("rule/a.cc"), '#include "lint/source/b.h"\n', order), [])

    def test_no_include_is_wrong(self):
        wrong = []
        for file in sorted(LINT.glob("*/*")):
            if file.suffix in (".h", ".cc"):
                wrong += wrong_includes(file.relative_to(LINT), file.read_text(encoding="utf-8"), layers())
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
