#!/usr/bin/env python3
"""Checks Gatehouse bundles offline, with Python's standard library and the openssl command; see README.md beside it."""

import argparse
import json
import shutil
import sys

sys.dont_write_bytecode = True

from verifier.forms import FormError
from verifier.notes import read_vkey
from verifier.report import report_on


def main():
    sys.setrecursionlimit(10_000)
    parser = argparse.ArgumentParser(description="Checks bundles, one line each; exit 1 when one of them failed.")
    parser.add_argument("bundles", nargs="+", metavar="BUNDLE")
    parser.add_argument("--trust", action="append", default=[], metavar="VKEY", help="a key line you approve; repeatable")
    parser.add_argument("--receipt", action="append", default=[], metavar="FILE", help="a checkpoint saved earlier; repeatable")
    parser.add_argument("--quorum", type=int, default=0, metavar="N", help="how many of the witnesses you approve must have signed")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    arguments = parser.parse_args()
    if shutil.which("openssl") is None:
        return stop("The openssl command is not here; without it no signature can be checked.")
    try:
        approved = [read_vkey(line.strip()) for line in arguments.trust]
        receipts = [read(path).decode("utf-8-sig") for path in arguments.receipt]
    except FormError:
        return stop("A key given with --trust cannot be read.")
    except (OSError, UnicodeDecodeError) as problem:
        return stop(f"A receipt cannot be read: {problem}")
    failed = 0
    for path in arguments.bundles:
        report = judge(path, approved, receipts, arguments.quorum)
        failed += report["verdict"] == "FAILED"
        show(path, report, arguments.json)
    return 1 if failed else 0


def judge(path, approved, receipts, quorum):
    try:
        return report_on(read(path), approved, receipts, quorum)
    except OSError as problem:
        nothing = {"state": "interrupted", "events": 0, "erased": 0, "withheld": 0, "notes": [], "notChecked": []}
        return {"verdict": "FAILED", "codes": ["E00"], "message": f"The file cannot be read: {problem.strerror}.", **nothing}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def show(path, report, as_json):
    if as_json:
        print(json.dumps({"file": path, **report}, ensure_ascii=False))
        return
    place = f"step {report['step']}" if "step" in report else report.get("part", "")
    where = ", ".join(report["codes"]) + (f" at {place}" if place else "")
    where = f" ({where})" if report["codes"] else ""
    gone = report["erased"] + report["withheld"]
    counts = f", {report['erased']} values erased, {report['withheld']} withheld" if gone else ""
    line = f"{path}: {report['verdict']}. {report['message']}{where} Run {report['state']}, {report['events']} steps{counts}."
    print("".join(character if character.isprintable() else "\ufffd" for character in line))
    for note in report["notes"]:
        print(f"  {note['message']}")
    for what in report["notChecked"]:
        print(f"  Not checked: {what}.")


def stop(sentence):
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
