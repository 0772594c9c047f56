#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the shared library exports is what its public headers declare.

	exports.py LIBRARY INCLUDE COMPILER...
"""

import pathlib
import re
import subprocess
import sys

library, include, *compiler = sys.argv[1:]


def output(*command, text=None):
    return subprocess.run(command, check=True, capture_output=True, text=True, input=text).stdout


def declared():
    headers = sorted(pathlib.Path(include, "eunomia").glob("*.h"))
    every = "".join(f"#include <eunomia/{header.name}>\n" for header in headers)
    text = output(*compiler, "-E", "-P", "-I", include, "-x", "c", "-", text=every)
    return set(re.findall(r"\b(eu_\w+)\(", text))


def exported():
    lines = output("nm", "--dynamic", "--defined-only", library).splitlines()
    return {line.split()[-1].split("@")[0] for line in lines}


for name in sorted(exported() - declared()):
    print(f"{name} is exported, and no public header declares it")
for name in sorted(declared() - exported()):
    print(f"{name} is declared, and the library does not export it")
sys.exit(exported() != declared())
