#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What eunomia ls prints is what docs/ls.schema.json says: ls_schema.py EUNOMIA SCHEMA RECORDING"""

import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)  # skipped


def main(eunomia, schema_path, recording):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)

    def listed(*argv):
        done = subprocess.run([eunomia, "ls", "-o", "json", *argv], stdout=subprocess.PIPE,
                              check=True)
        told = json.loads(done.stdout)
        jsonschema.validate(told, schema)
        return told

    listed("--socket", "/nowhere", "--processes")
    [golden] = listed(recording)
    assert golden["containers"] and golden["closed"], golden


if __name__ == "__main__":
    main(*sys.argv[1:])
