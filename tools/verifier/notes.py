"""C2SP vkeys, signed notes, cosignatures and checkpoints (sections 5 and 7), RFC 6962 trees. Ed25519 by openssl."""

import os
import re
import subprocess
import tempfile
import unicodedata
from dataclasses import dataclass

from .forms import FormError, LARGEST_INTEGER, from_base64, sha256

ED25519, COSIGNATURE = 1, 4


@dataclass(frozen=True)
class Key:
    name: str
    id: bytes
    algorithm: int
    public: bytes


# What ECMAScript and Unicode call white space; a name with any of it could be mistaken for another.
_SPACE = re.compile("[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")


def _is_name(name):
    if name == "" or "+" in name or _SPACE.search(name):
        return False
    return not any(unicodedata.category(character) in ("Cc", "Cs") for character in name)


def read_vkey(text):
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    typed = from_base64(encoded)
    if len(typed) != 33 or typed[0] not in (ED25519, COSIGNATURE) or not _is_name(name):
        raise FormError("vkey")
    found = sha256(name.encode() + b"\n" + typed)[:4]
    if found.hex() != key_id:
        raise FormError("vkey id")
    return Key(name, found, typed[0], typed[1:])


@dataclass(frozen=True)
class Note:
    text: str
    signers: tuple
    unknown: int


def split_note(note):
    text, divider, block = note.rpartition("\n\n")
    text += "\n"
    if divider == "" or not is_note_text(text) or not block.endswith("\n"):
        raise FormError("note")
    lines = block[:-1].split("\n")
    if len(lines) > 100:
        raise FormError("signatures")
    return text, [_signature(line) for line in lines]


def is_note_text(text):
    return text.endswith("\n") and re.search(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]", text) is None


def _signature(line):
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "\u2014" or not _is_name(parts[1]):
        raise FormError("signature line")
    raw = from_base64(parts[2])
    if len(raw) < 5:
        raise FormError("signature line")
    return parts[1], raw[:4], raw[4:]


class Unsigned(FormError):
    """No signature by a known key."""


def open_note(note, known):
    text, signatures = split_note(note)
    signers = []
    for name, key_id, raw in signatures:
        key = next((each for each in known if each.name == name and each.id == key_id), None)
        if key is None:
            continue
        if not _is_signed(key, text, raw):
            raise FormError("wrong signature")
        signers.append(key)
    if not signers:
        raise Unsigned("unsigned")
    return Note(text, tuple(signers), len(signatures) - len(signers))


def _is_signed(key, text, raw):
    if key.algorithm == ED25519:
        return is_ed25519(key.public, text.encode(), raw)
    if len(raw) != 72:
        return False
    time = int.from_bytes(raw[:8], "big")
    message = f"cosignature/v1\ntime {time}\n{text}".encode()
    return time <= LARGEST_INTEGER and is_ed25519(key.public, message, raw[8:])


# --- Ed25519 -----------------------------------------------------------------------------------------------------------

_SPKI = bytes.fromhex("302a300506032b6570032100")
_PRIME = 2**255 - 19
# Heights of the points of small order; under such a key a signature says nothing about the message.
_SMALL = {
    0,
    1,
    _PRIME - 1,
    int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"),
    int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little"),
}
_known_results = {}


def is_ed25519(public, message, signature):
    if len(signature) != 64 or len(public) != 32:
        return False
    asked = (public, sha256(message), signature)
    if asked not in _known_results:
        height = int.from_bytes(public, "little") & (2**255 - 1)
        _known_results[asked] = height < _PRIME and height not in _SMALL and _openssl(public, message, signature)
    return _known_results[asked]


def _openssl(public, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("key", "message", "signature")]
        for path, data in zip(paths, (_SPKI + public, message, signature)):
            with open(path, "wb") as file:
                file.write(data)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths[0], "-rawin"]
        done = subprocess.run([*command, "-in", paths[1], "-sigfile", paths[2]], capture_output=True, check=False)
    return done.returncode == 0 and b"Verified Successfully" in done.stdout


# --- trees -------------------------------------------------------------------------------------------------------------


def leaf_hash(line):
    return sha256(b"\x00" + line.encode())


def _node(left, right):
    return sha256(b"\x01" + left + right)


class Tree:
    """Takes leaves one by one: a stack of perfect subtrees, as RFC 6962 splits them."""

    def __init__(self):
        self.size, self._stack = 0, []

    def add(self, leaf):
        height = 0
        while self._stack and self._stack[-1][0] == height:
            leaf = _node(self._stack.pop()[1], leaf)
            height += 1
        self._stack.append((height, leaf))
        self.size += 1

    def root(self):
        if not self._stack:
            return sha256(b"")
        root = self._stack[-1][1]
        for _, left in reversed(self._stack[:-1]):
            root = _node(left, root)
        return root


def root_of(leaves):
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root()


def is_included(leaf, index, size, proof, root):
    """RFC 9162 section 2.1.3.2."""
    if index >= size or any(len(each) != 32 for each in proof):
        return False
    fn, sn, found = index, size - 1, leaf
    for each in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            found = _node(each, found)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            found = _node(found, each)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and found == root


def is_consistent(size, root, later, later_root, proof):
    """RFC 9162 section 2.1.4.2, for 0 < size < later: the later tree begins with the smaller one."""
    if not 0 < size < later or not proof or any(len(each) != 32 for each in (root, later_root, *proof)):
        return False
    path = [root, *proof] if size & (size - 1) == 0 else proof
    fn, sn = size - 1, later - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first = second = path[0]
    for each in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            first, second = _node(each, first), _node(each, second)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            second = _node(second, each)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and first == root and second == later_root


@dataclass(frozen=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes


def read_checkpoint(text):
    lines = text.split("\n")
    if len(lines) != 4 or lines[0] == "" or lines[3] != "" or re.fullmatch(r"0|[1-9][0-9]{0,15}", lines[1]) is None:
        raise FormError("checkpoint")
    size, root = int(lines[1]), from_base64(lines[2])
    if size > LARGEST_INTEGER or len(root) != 32:
        raise FormError("checkpoint")
    return Checkpoint(lines[0], size, root)


def split_checkpoints(text):
    """Notes joined by one newline. The text of a checkpoint has no empty line, so every second block is signatures."""
    if text == "":
        return []
    if not text.endswith("\n"):
        raise FormError("checkpoints")
    blocks = text[:-1].split("\n\n")
    if len(blocks) % 2:
        raise FormError("checkpoints")
    return [f"{blocks[at]}\n\n{blocks[at + 1]}\n" for at in range(0, len(blocks), 2)]

