"""The file, its parts and its list of contents (sections 3 and 4)."""

import re
import struct
import zlib

from .forms import LARGEST_INTEGER, MOST_LINES, Fault, FormError, demand, exact, is_count, is_text, lines_of, milliseconds, read_canonical, sha256
from .forms import to_text, unit_order

REQUIRED = (
    "README.txt",
    "flow/flow.json",
    "flow/models.json",
    "flow/policies.json",
    "keys/run.vkey",
    "keys/workspace.vkey",
    "ledger/checkpoint",
    "ledger/ledger.jsonl",
    "manifest.json",
    "manifest.note",
    "trace/checkpoint",
    "trace/checkpoints.txt",
    "trace/disclosures.jsonl.gz",
    "trace/events.jsonl.gz",
)
OPTIONAL = (
    "derived/aat.jsonl",
    "derived/otlp.json.gz",
    "derived/otlp.pb.gz",
    "derived/steps.csv.gz",
    "keys/cosigners.vkeys",
    "ledger/close.tlog-proof",
    "ledger/hashes.txt",
    "verify.html",
)
_EARLIER = re.compile(r"ledger/consistency-([1-9][0-9]{0,15})\.txt")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*")
MEMBER, FILE, MEMBERS = 64 << 20, 1 << 30, 256
LINE = 32 << 20
SLICE = 1 << 20
LONG = ("trace/disclosures.jsonl.gz", "trace/events.jsonl.gz")


def earlier_size(name):
    """Of the ledger's first entries, if that part proves that the ledger goes on from them."""
    found = _EARLIER.fullmatch(name)
    size = int(found[1]) if found else None
    return size if size is not None and size <= LARGEST_INTEGER else None


def is_member_name(name):
    return len(name) <= 128 and _NAME.fullmatch(name) is not None


def read_members(raw):
    """Parts by name; FormError unless the file is the very one that these parts make."""
    if len(raw) > FILE:
        raise FormError("size")
    members, at = {}, 0
    while raw[at : at + 4] == b"PK\x03\x04" and at + 30 <= len(raw):
        size, name_length = struct.unpack_from("<I", raw, at + 18)[0], struct.unpack_from("<H", raw, at + 26)[0]
        start = at + 30 + name_length
        if len(members) == MEMBERS or start + size > len(raw):
            raise FormError("member")
        name = to_text(raw[at + 30 : start])
        if size > MEMBER and name not in LONG:
            raise FormError("member")
        if not is_member_name(name) or name.lower() in {each.lower() for each in members}:
            raise FormError("name")
        members[name] = raw[start : start + size]
        at = start + size
    if build(members) != raw:
        raise FormError("container")
    return members


def build(members):
    body, central = [], []
    offset = 0
    for name in sorted(members):
        data, encoded = members[name], name.encode()
        common = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x0021, zlib.crc32(data), len(data), len(data), len(encoded), 0)
        body += [b"PK\x03\x04", common, encoded, data]
        central += [b"PK\x01\x02", struct.pack("<H", 20), common, struct.pack("<HHHII", 0, 0, 0, 0, offset), encoded]
        offset += 30 + len(encoded) + len(data)
    directory = b"".join(central)
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), offset, 0)
    return b"".join(body) + directory + b"PK\x05\x06" + end


def _slices(raw, limit=2 << 30):
    """What one gzip member holds, slice by slice; whether it is whole and in its form shows at the end."""
    if raw[:10] != bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]) or len(raw) < 18:
        raise FormError("gzip")
    inflater = zlib.decompressobj(-15)
    left, length, total = raw[10:-8], 0, 0
    while not inflater.eof:
        try:
            content = inflater.decompress(left, SLICE)
        except zlib.error as problem:
            raise FormError("deflate") from problem
        left = inflater.unconsumed_tail
        if not content and not inflater.eof:
            raise FormError("deflate")
        length += len(content)
        if length > limit:
            raise FormError("deflate")
        total = zlib.crc32(content, total)
        yield content
    if inflater.unused_data or left or raw[-8:] != struct.pack("<II", total, length & 0xFFFFFFFF):
        raise FormError("gzip sums")


def packed_lines(raw):
    """Texts of the lines, one after the other: a small member can hold more than fits into memory."""
    carried, count = b"", 0
    for content in _slices(raw):
        *whole, carried = (carried + content if carried else content).split(b"\n")
        count += len(whole)
        if count > MOST_LINES or max(map(len, [*whole, carried])) > LINE:
            raise FormError("lines")
        for line in whole:
            yield to_text(line)
    if carried:
        raise FormError("last newline")


class Bundle:
    """A file whose parts are the listed ones."""

    def __init__(self, raw):
        try:
            self.members = read_members(raw)
        except FormError as problem:
            raise Fault("E01") from problem
        self.manifest_bytes = self.part("manifest.json")
        try:
            self.manifest = read_canonical(to_text(self.manifest_bytes))
        except FormError as problem:
            raise Fault("E03", part="manifest.json") from problem
        demand(_is_manifest(self.manifest), "E03", part="manifest.json")

    def part(self, name):
        demand(name in self.members, "E02", part=name)
        return self.members[name]

    def text(self, name):
        return to_text(self.part(name))

    def lines(self, name):
        """Each line once, after all of them have been seen to be lines."""
        raw = self.part(name)
        if not name.endswith(".gz"):
            return lines_of(raw)
        for _ in packed_lines(raw):
            pass
        return packed_lines(raw)

    def check_members(self):
        listed = {"manifest.json", "manifest.note"}
        for entry in self.manifest["files"]:
            name = entry["path"]
            data = self.part(name)
            demand((name in REQUIRED + OPTIONAL or earlier_size(name) is not None) and name not in listed, "E04", part=name)
            demand(len(data) == entry["bytes"], "E02", part=name)
            demand(sha256(data).hex() == entry["sha256"], "E05", part=name)
            listed.add(name)
        for name in self.members:
            demand(name in listed, "E04", part=name)
        for name in REQUIRED:
            self.part(name)


def _is_manifest(value):
    def is_file(entry):
        return exact(
            entry,
            path=lambda name: isinstance(name, str) and is_member_name(name),
            bytes=is_count,
            sha256=lambda text: isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) is not None,
        )

    def is_place(entry):
        return exact(entry, seq=is_count, field=lambda name: is_text(name, 64))

    def are_files(files):
        if not isinstance(files, list) or not all(map(is_file, files)):
            return False
        names = [unit_order(entry["path"]) for entry in files]
        return all(before < after for before, after in zip(names, names[1:]))

    return exact(
        value,
        v=lambda version: version == 1 and not isinstance(version, bool),
        type=lambda name: name == "gatehouse-bundle",
        origin=lambda name: is_text(name, 512, 1),
        created=lambda time: milliseconds(time) is not None,
        withheld=lambda places: isinstance(places, list) and all(map(is_place, places)),
        files=are_files,
    )
