#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every file of a report is what docs/report.schema.json says: report_schema.py WRITER SCHEMA"""

import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)  # skipped


def main(writer, schema_path):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)

    def check(document, kind):
        jsonschema.validate(document, {**schema, "anyOf": [{"$ref": f"#/definitions/{kind}"}]})

    with tempfile.TemporaryDirectory() as directory:
        printed = subprocess.run([writer, directory], stdout=subprocess.PIPE, check=True).stdout
        for line in printed.splitlines():
            check(json.loads(line), "report")
        index = json.loads((pathlib.Path(directory) / "index.json").read_text(encoding="utf-8"))
        check(index, "index")
        names = {entry["file"] for entry in index["containers"]}
        there = {path.name for path in pathlib.Path(directory).iterdir()} - {"index.json"}
        assert names == there, (names, there)
        for name in names:
            check(json.loads((pathlib.Path(directory) / name).read_text(encoding="utf-8")),
                  "container_file")


if __name__ == "__main__":
    main(*sys.argv[1:])
