"""What machines read: valid by the formats' schemas, and every format of one run names the same findings."""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree

import jsonschema

SOURCE, CANDOR = (pathlib.Path(argument) for argument in sys.argv[1:3])
SCHEMAS = SOURCE / "tests/schemas"
GOLDEN = SOURCE / "tests/golden"


def run(folder, *words):
    done = subprocess.run([CANDOR, *words], cwd=folder, capture_output=True, env={"NO_COLOR": "1"})
    return done.stdout.decode("utf-8")


def complaints(schema, document):
    """What is wrong with a JSON document, a line each; the schema itself must be sound."""
    rules = json.loads((SCHEMAS / schema).read_text())
    jsonschema.Draft7Validator.check_schema(rules)
    return [f"{list(error.absolute_path)}: {error.message[:200]}"
            for error in jsonschema.Draft7Validator(rules).iter_errors(json.loads(document))]


# Each takes a document back to its findings: (file, line, rule, severity), as often as they are there.


def from_json(text):
    return [(f["file"], f["range"]["start"]["line"], f["rule"], f["severity"]) for f in json.loads(text)["findings"]]


def from_sarif(text):
    levels = {"error": "error", "warning": "warning", "note": "info"}
    found = []
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        found.append((urllib.parse.unquote(place["artifactLocation"]["uri"]), place["region"]["startLine"],
                      result["ruleId"], levels[result["level"]]))
    return found


def from_rdjson(text):
    return [(d["location"]["path"], d["location"]["range"]["start"]["line"], d["code"]["value"], d["severity"].lower())
            for d in json.loads(text)["diagnostics"]]


def from_gitlab(text):
    severities = {"major": "error", "minor": "warning", "info": "info"}
    return [(i["location"]["path"], i["location"]["positions"]["begin"]["line"], i["check_name"],
             severities[i["severity"]]) for i in json.loads(text)]


def from_junit(text):
    found = []
    for case in xml.etree.ElementTree.fromstring(text).iter("testcase"):
        for failure in case.iter("failure"):
            found.append((case.get("file"), int(case.get("line")), case.get("name").split(" ")[0], failure.get("type")))
    return found


def from_line(text):
    pattern = re.compile(r"(.*?):(\d+):\d+: (error|warning|info): .* \[(.*?)\]")
    return [(m[1], int(m[2]), m[4], m[3]) for m in map(pattern.fullmatch, text.splitlines())]


def from_github(text):
    severities = {"error": "error", "warning": "warning", "notice": "info"}
    plain = "\n".join(line[2:] for line in text.splitlines() if line.startswith("- "))
    found = from_line(plain)
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        if not match:
            continue
        properties = dict(p.split("=", 1) for p in match[2].split(","))
        def unescape(value):
            return re.sub("%(2C|3A|0A|0D|25)", lambda m: chr(int(m[1], 16)), value)
        found.append((unescape(properties["file"]), int(properties["line"]), unescape(properties["title"]),
                      severities[match[1]]))
    return found


FROM = {"json": from_json, "sarif": from_sarif, "rdjson": from_rdjson, "gitlab": from_gitlab, "junit": from_junit,
        "line": from_line, "github": from_github}


class FormatsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        shutil.copytree(SOURCE / "corpus/demo", self.folder, dirs_exist_ok=True)
        nasty = 'applicants/a b, 100%: "c" <d> & \u540d [e]/per\'sonal statement.md'
        (self.folder / nasty).parent.mkdir()
        (self.folder / nasty).write_text(
            "# Personal statement\n\nMy name is \u738b, \U0001F64F and <b>.\n\n"
            "From March 2021 to May 2020 I worked \u201cfull time\u201d \u2014 100%, ]]> & ::error::forged.\n" * 8,
            encoding="utf-8")

    def test_every_format_names_the_same_findings(self):
        found = {name: collections.Counter(take(run(self.folder, "check", "--format", name)))
                 for name, take in FROM.items()}
        self.assertGreater(sum(found["json"].values()), 50)
        self.assertEqual({severity for _, _, _, severity in found["json"]}, {"error", "warning", "info"})
        for name in FROM:
            self.assertEqual(found[name], found["json"], name)

    def test_github_gets_no_more_than_it_shows(self):
        text = run(self.folder, "check", "--format", "github")
        kinds = [line.split(" ")[0] for line in text.splitlines() if line.startswith("::")]
        self.assertEqual(kinds, sorted(kinds, key=["::error", "::warning", "::notice"].index))
        for kind, count in collections.Counter(kinds).items():
            self.assertLessEqual(count, 10, kind)
        self.assertRegex(text.splitlines()[-1], r"^\d+ more without an annotation, listed above$")

    def test_a_run_is_valid(self):
        for schema, name in (("sarif-2.1.0.json", "sarif"), ("rdjson.json", "rdjson"), ("gitlab.json", "gitlab")):
            self.assertEqual(complaints(schema, run(self.folder, "check", "nope.md", ".", "--format", name)), [], name)

    def test_the_golden_files_are_valid(self):
        for schema, name in (("sarif-2.1.0.json", "report.sarif"), ("rdjson.json", "report.rdjson"),
                             ("gitlab.json", "report.gitlab.json")):
            self.assertEqual(complaints(schema, (GOLDEN / name).read_text()), [], name)

    def test_junit_is_valid(self):
        report = self.folder / "junit.xml"
        report.write_text(run(self.folder, "check", "nope.md", ".", "--format", "junit"), encoding="utf-8")
        for file in (report, GOLDEN / "report.junit.xml"):
            done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / "junit.xsd", file],
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_schemas_refuse_what_is_wrong(self):
        sarif = json.loads((GOLDEN / "report.sarif").read_text())
        sarif["runs"][0]["columnKind"] = "bytes"
        self.assertNotEqual(complaints("sarif-2.1.0.json", json.dumps(sarif)), [])
        self.assertNotEqual(complaints("rdjson.json", '{"diagnostics": [{"message": "m"}]}'), [])
        self.assertNotEqual(complaints("gitlab.json", '[{"description": "d"}]'), [])

    def test_sarif_says_what_code_scanning_goes_by(self):
        sarif = json.loads(run(self.folder, "check", "--format", "sarif"))["runs"][0]
        self.assertEqual(sarif["columnKind"], "unicodeCodePoints")
        rules = sarif["tool"]["driver"]["rules"]
        for rule in rules:
            self.assertTrue(rule["help"]["text"] and rule["help"]["markdown"], rule["id"])
        for result in sarif["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            self.assertRegex(result["partialFingerprints"]["candor/v1"], "^[0-9a-f]{16}$")
        self.assertTrue(any("relatedLocations" in result for result in sarif["results"]))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
