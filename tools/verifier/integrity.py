"""The first pass (section 13 of FORMAT.md): is it what was sealed?"""

import re

from .container import Bundle, earlier_size
from .forms import FormError, Fault, demand, digest_of, exact, from_base64, from_base64url, is_count, is_text
from .forms import milliseconds, read_canonical, sha256, to_base64, to_base64url, to_text, unit_order, units
from .forms import write_canonical
from .kinds import is_known
from .notes import COSIGNATURE, ED25519, Tree, Unsigned, is_consistent, is_included, leaf_hash, open_note, read_checkpoint, read_vkey
from .notes import root_of, split_checkpoints

MOST_LEDGER_HASHES = 65_536
SHOWN = 64 << 20
RECOVERY = ("run.recovered", "run.export", "privilege.token", "approval.reminder")


class Progress:
    def __init__(self):
        self.state, self.events, self.erased, self.withheld = "interrupted", 0, 0, 0


class Sealed:
    """What the first pass has proved."""

    def __init__(self, bundle, keys, events, leaves, cosigned):
        self.flow = read_canonical(bundle.text("flow/flow.json"))
        self.origin, self.events, self.leaves = keys.run.name, events, leaves
        self.trusted_cosigners = keys.trusted_cosigners
        self.cosigned = cosigned


def check(raw, approved, receipts, quorum, progress):
    """The sealed run, whether the workspace's key is approved, and whether something outside anchors it."""
    bundle = Bundle(raw)
    bundle.check_members()
    keys = Keys(bundle, approved)
    _check_manifest_note(bundle, keys)
    lines, leaves = _check_events(bundle, keys.run.name)
    progress.events, progress.state = len(lines), _state(lines)
    cosigned = _check_checkpoints(bundle, keys, leaves)
    _check_shape(bundle, lines)
    ledger = Ledger(bundle, keys)
    ledger.check_run(bundle, keys, lines, leaves)
    signers = [key for _, key in cosigned] + ledger.signers
    demand(all(key in signers for key in keys.cosigners), "E35", part="keys/cosigners.vkeys")
    witnesses = sum(key in signers for key in set(keys.trusted_cosigners))
    demand(witnesses >= quorum, "E35", part="keys/cosigners.vkeys")
    anchored = witnesses > 0
    logs = [
        (keys.workspace, ledger.head.size, ledger.head.root, ledger.leaves, ledger.earlier),
        (keys.run, len(leaves), root_of(leaves), leaves, {}),
    ]
    for receipt in receipts:
        anchored = _check_receipt(receipt, logs) or anchored
    values, progress.erased = _check_values(bundle, lines, ledger.entries)
    progress.withheld = len(bundle.manifest["withheld"])
    events = _events(keys.run.name, lines, values)
    return Sealed(bundle, keys, events, leaves, cosigned), keys.trusted, anchored


class Keys:
    def __init__(self, bundle, approved):
        self.run = self._one(bundle, "keys/run.vkey")
        self.workspace = self._one(bundle, "keys/workspace.vkey")
        self.cosigners = self._witnesses(bundle)
        workspaces = [key for key in approved if key.algorithm == ED25519]
        self.trusted = self.workspace in workspaces
        demand(self.trusted or not workspaces, "E07", part="keys/workspace.vkey")
        self.trusted_cosigners = [key for key in approved if key.algorithm == COSIGNATURE]

    @staticmethod
    def _one(bundle, part):
        try:
            lines = bundle.lines(part)
            key = read_vkey(lines[0] if lines else "")
        except FormError as problem:
            raise Fault("E06", part=part) from problem
        demand(len(lines) == 1 and key.algorithm == ED25519, "E06", part=part)
        return key

    @staticmethod
    def _witnesses(bundle):
        part = "keys/cosigners.vkeys"
        if part not in bundle.members:
            return []
        try:
            keys = [read_vkey(line) for line in bundle.lines(part)]
        except FormError as problem:
            raise Fault("E06", part=part) from problem
        demand(keys and all(key.algorithm == COSIGNATURE for key in keys), "E06", part=part)
        return keys


def _check_manifest_note(bundle, keys):
    part, origin = "manifest.note", bundle.manifest["origin"]
    try:
        note = open_note(bundle.text(part), [keys.workspace])
    except FormError as problem:
        raise Fault("E08", part=part) from problem
    text = f"gatehouse-manifest/v1\n{origin}\n{digest_of(bundle.manifest_bytes)}\n"
    demand(note.text == text and note.unknown == 0 and len(note.signers) == 1, "E08", part=part)
    demand(keys.run.name == origin, "E09", part="keys/run.vkey")
    demand(origin.startswith(f"{keys.workspace.name}/run/"), "E09", part="keys/workspace.vkey")


# --- events ------------------------------------------------------------------------------------------------------------


def _matches(pattern):
    test = re.compile(pattern)
    return lambda value: isinstance(value, str) and test.fullmatch(value) is not None


_is_digest = _matches(r"[A-Za-z0-9_-]{43}")
_is_field = _matches(r"[A-Za-z][A-Za-z0-9_./-]{0,63}")
_is_attribute = _matches(r"[a-z][A-Za-z0-9]{0,63}")
_ACTORS = ("system", "user", "agent", "approver", "tool")


def _is_short(value):
    return is_text(value, 512)


def _is_line(line):
    return exact(
        line,
        v=lambda version: version == 1 and not isinstance(version, bool),
        origin=lambda name: is_text(name, 512, 1),
        seq=is_count,
        prev=_is_digest,
        time=lambda time: milliseconds(time) is not None,
        mono_us=is_count,
        kind=_matches(r"[a-z]{1,32}(\.[a-z_]{1,32}){0,2}"),
        trace_id=_matches("[0-9a-f]{32}"),
        span_id=_matches("[0-9a-f]{16}"),
        parent_span_id=_matches("([0-9a-f]{16})?"),
        node=lambda node: exact(node, id=_is_short, type=_is_short),
        actor=lambda actor: exact(actor, type=lambda name: name in _ACTORS, ref=_is_short),
        attrs=lambda attrs: isinstance(attrs, dict) and all(map(_is_attribute, attrs)),
        sd=lambda sd: isinstance(sd, dict) and all(map(_is_field, sd)) and all(map(_is_digest, sd.values())),
        key=lambda key: is_text(key, 512, 1),
    )


def _check_events(bundle, origin):
    part = "trace/events.jsonl.gz"
    try:
        texts = bundle.lines(part)
    except FormError as problem:
        raise Fault("E10", part=part) from problem
    lines, leaves = [], []
    trace = sha256(f"{origin}\n".encode())[:16].hex()
    before, clock = sha256(f"gatehouse-trace/v1\n{origin}\n".encode()), 0
    for seq, text in enumerate(texts):
        try:
            demand(len(text.encode()) <= 16_384, "E10", seq)
            line = read_canonical(text)
        except FormError as problem:
            raise Fault("E10", seq) from problem
        demand(_is_line(line), "E11", seq)
        demand(line["origin"] == origin, "E12", seq)
        demand(line["trace_id"] == trace and line["span_id"] == _span(origin, line["key"]), "E12", seq)
        demand(line["seq"] == seq, "E13", seq)
        demand(line["prev"] == to_base64url(before), "E14", max(0, seq - 1))
        demand(line["mono_us"] >= clock, "E15", seq)
        before, clock = leaf_hash(text), line["mono_us"]
        lines.append(line)
        leaves.append(before)
    demand(lines, "E25", part=part)
    return lines, leaves


def _state(lines):
    if lines[-1]["kind"] == "run.close":
        return "closed"
    telling = [line["kind"] for line in lines if line["kind"] not in RECOVERY]
    if telling and telling[-1] == "turn.end":
        return "waiting"
    asked = {}
    for line in lines:
        name = write_canonical(line["attrs"].get("approvalId"))
        if line["kind"] == "approval.request":
            asked[name] = True
        elif line["kind"] in ("approval.decision", "approval.timeout"):
            asked.pop(name, None)
    return "waiting" if asked else "interrupted"


def _events(origin, lines, values):
    """Lines as the second pass reads them: parents by key, values opened."""
    events, keys = [], {}
    for line in lines:
        keys[line["span_id"]] = line["key"]
        shown = values.get(line["seq"], {})
        demand(is_known(line["kind"], line["attrs"], shown) and units(line["key"]) <= 500, "E11", line["seq"])
        events.append(
            {
                "seq": line["seq"],
                "kind": line["kind"],
                "key": line["key"],
                "node": line["node"]["id"] or None,
                "parent": _parent(origin, line, keys),
                "by": line["actor"]["ref"],
                "attrs": line["attrs"],
                "values": shown,
                "sd": line["sd"],
                "time": milliseconds(line["time"]),
            }
        )
    return events


def _span(origin, key):
    return sha256(f"{origin}\n{key}".encode())[:8].hex()


def _parent(origin, line, keys):
    span, key = line["parent_span_id"], line["key"]
    if span == "":
        return None
    if span in keys:
        return keys[span]
    parts = key.split("/")
    for count in range(len(parts) - 1, 0, -1):
        start = "/".join(parts[:count])
        if start and _span(origin, start) == span:
            return start
    return None


# --- checkpoints, shape, ledger ----------------------------------------------------------------------------------------


def _open_signed(text, log, keys, code, part):
    try:
        note = open_note(text, [log, *keys.cosigners, *keys.trusted_cosigners])
    except FormError as problem:
        try:
            open_note(text, [log])
        except FormError:
            raise Fault(code, part=part) from problem
        raise Fault("E35", part=part) from problem
    demand(log in note.signers, code, part=part)
    demand(note.unknown == 0, "E35", part=part)
    try:
        return read_checkpoint(note.text), list(note.signers)
    except FormError as problem:
        raise Fault("E21" if code == "E20" else "E31", part=part) from problem


def _check_checkpoints(bundle, keys, leaves):
    part = "trace/checkpoints.txt"
    try:
        notes = split_checkpoints(bundle.text(part))
    except FormError as problem:
        raise Fault("E21", part=part) from problem
    opened = [_open_signed(note, keys.run, keys, "E20", part) for note in notes]
    last = notes[-1].encode() if notes else b""
    demand(last == bundle.part("trace/checkpoint"), "E21", part="trace/checkpoint")
    tree = Tree()
    for point, _ in opened:
        demand(point.origin == keys.run.name and point.size > tree.size, "E21", part=part)
        demand(point.size <= len(leaves), "E22", len(leaves))
        for leaf in leaves[tree.size : point.size]:
            tree.add(leaf)
        demand(tree.root() == point.root, "E24", point.size - 1)
    demand(tree.size == len(leaves), "E23", tree.size)
    return [(point.size, key) for point, signers in opened for key in signers]


def _check_shape(bundle, lines):
    for seq, line in enumerate(lines):
        demand((line["kind"] == "run.open") == (seq == 0), "E25", seq)
        demand(line["kind"] != "run.close" or seq == len(lines) - 1, "E25", seq)
    if lines[-1]["kind"] == "run.close":
        count = lines[-1]["attrs"].get("events")
        demand(is_count(count) and count == len(lines), "E25", len(lines) - 1)
    opening = lines[0]["attrs"]
    for part, name in (("flow/flow.json", "flowDigest"), ("flow/policies.json", "policyDigest")):
        try:
            read_canonical(bundle.text(part))
        except FormError as problem:
            raise Fault("E26", part=part) from problem
        demand(digest_of(bundle.part(part)) == opening.get(name), "E26", part=part)
    models = write_canonical(opening["models"] if opening.get("models") is not None else []).encode()
    demand(models == bundle.part("flow/models.json"), "E26", part="flow/models.json")


def _is_name(value):
    return is_text(value, 512, 1)


def _is_remark(value):
    return is_text(value, 200)


_ENTRIES = {
    "run.open": {"vkey": _is_name, "flowDigest": _is_name, "policyDigest": _is_name},
    "run.close": {"size": is_count, "root": _is_name},
    "redact": {"seq": is_count, "field": _is_name, "digest": _is_name, "reason": _is_remark, "actorRef": _is_remark},
    "export": {"size": is_count, "manifest": _is_name},
}


def _is_entry(entry):
    members = _ENTRIES.get(entry.get("type")) if isinstance(entry, dict) and isinstance(entry.get("type"), str) else None
    return members is not None and exact(entry, type=lambda _: True, run=_is_name, **members)


def _is_ledger_line(line):
    return exact(
        line,
        v=lambda version: version == 1 and not isinstance(version, bool),
        origin=_is_name,
        index=is_count,
        time=lambda time: milliseconds(time) is not None,
        entry=_is_entry,
    )


def _is_row(row):
    return exact(
        row,
        index=is_count,
        leaf=lambda leaf: isinstance(leaf, str),
        proof=lambda proof: isinstance(proof, list) and all(isinstance(each, str) for each in proof),
    )


class Ledger:
    def __init__(self, bundle, keys):
        part = "ledger/checkpoint"
        try:
            text = bundle.text(part)
        except FormError as problem:
            raise Fault("E31", part=part) from problem
        self.head, self.signers = _open_signed(text, keys.workspace, keys, "E30", part)
        demand(self.head.origin == keys.workspace.name, "E31", part=part)
        self.leaves = self._hashes(bundle)
        self.earlier = self._earlier(bundle)
        try:
            self.entries = self._rows(bundle, keys)
        except FormError as problem:
            raise Fault("E31", part="ledger/ledger.jsonl") from problem

    def _hashes(self, bundle):
        part = "ledger/hashes.txt"
        if part not in bundle.members:
            return None
        try:
            leaves = [from_base64(line) for line in bundle.lines(part)]
        except FormError as problem:
            raise Fault("E31", part=part) from problem
        demand(len(leaves) == self.head.size and root_of(leaves) == self.head.root, "E32", part=part)
        return leaves

    def _earlier(self, bundle):
        """Roots of earlier states of the ledger, by size."""
        roots = {}
        for part in sorted(bundle.members):
            size = earlier_size(part)
            if size is None:
                continue
            try:
                root, *proof = [from_base64(line) for line in bundle.lines(part)] or [b""]
            except FormError as problem:
                raise Fault("E31", part=part) from problem
            holds = size < self.head.size and is_consistent(size, root, self.head.size, self.head.root, proof)
            demand(holds, "E32", part=part)
            roots[size] = root
        return roots

    def _rows(self, bundle, keys):
        part = "ledger/ledger.jsonl"
        entries, before, self.closing = [], -1, None
        for text in bundle.lines(part):
            row = read_canonical(text)
            demand(_is_row(row), "E31", part=part)
            line, index = read_canonical(row["leaf"]), row["index"]
            demand(_is_ledger_line(line), "E31", part=part)
            demand(line["origin"] == keys.workspace.name and line["index"] == index > before, "E31", part=part)
            demand(line["entry"]["run"] == keys.run.name, "E31", part=part)
            before, leaf = index, leaf_hash(row["leaf"])
            proof = [from_base64(each) for each in row["proof"]]
            demand(is_included(leaf, index, self.head.size, proof, self.head.root), "E32", part=part)
            demand(self.leaves is None or self.leaves[index] == leaf, "E32", part=part)
            entries.append(line["entry"])
            if line["entry"]["type"] == "run.close":
                self.closing = index, row["proof"]
        return entries

    def check_run(self, bundle, keys, lines, leaves):
        part = "ledger/ledger.jsonl"
        openings = [at for at, entry in enumerate(self.entries) if entry["type"] == "run.open"]
        demand(openings == [0], "E33", part=part)
        opening, attrs = self.entries[0], lines[0]["attrs"]
        demand(all(opening[name] == attrs.get(name) for name in ("flowDigest", "policyDigest")), "E33", part=part)
        demand([opening["vkey"]] == bundle.lines("keys/run.vkey"), "E33", part="keys/run.vkey")
        closes = [entry for entry in self.entries if entry["type"] == "run.close"]
        demand(len(closes) == (1 if lines[-1]["kind"] == "run.close" else 0), "E34", part=part)
        for entry in closes:
            demand(entry["size"] == len(leaves) and entry["root"] == to_base64(root_of(leaves)), "E34", part=part)
        self._check_close_proof(bundle)

    def _check_close_proof(self, bundle):
        """C2SP tlog-proof. The row has been proved already, so only one text is right."""
        part = "ledger/close.tlog-proof"
        if part not in bundle.members:
            return
        demand(self.closing is not None, "E34", part=part)
        index, hashes = self.closing
        text = "\n".join(["c2sp.org/tlog-proof@v1", f"index {index}", *hashes, "", ""]).encode()
        demand(bundle.part(part) == text + bundle.part("ledger/checkpoint"), "E32", part=part)


def _check_receipt(given, logs):
    receipt = given.replace("\r", "").strip().strip("\ufeff").strip() + "\n"
    lines = receipt.split("\n")
    demand(lines[0] != "" and len(lines) > 4, "E38")
    fits = False
    for key, size, root, leaves, earlier in logs:
        if key.name != lines[0]:
            continue
        try:
            kept = read_checkpoint(open_note(receipt, [key]).text)
        except Unsigned as problem:
            raise Fault("E37") from problem
        except FormError as problem:
            raise Fault("E38") from problem
        demand(kept.size <= size, "E36")
        if kept.size == size:
            then = root
        else:
            then = earlier.get(kept.size) if leaves is None else root_of(leaves[: kept.size])
        if then is None and size > MOST_LEDGER_HASHES:
            # This copy does not bring the ledger that far back: no fault, and no anchor.
            continue
        demand(then == kept.root, "E37")
        fits = True
    return fits


# --- values ------------------------------------------------------------------------------------------------------------


def _check_values(bundle, lines, entries):
    shown = _shown(bundle, lines)
    erased = {(entry["seq"], entry["field"]): entry["digest"] for entry in entries if entry["type"] == "redact"}
    withheld = {(place["seq"], place["field"]) for place in bundle.manifest["withheld"]}
    demand(len(withheld) == len(bundle.manifest["withheld"]), "E03", part="manifest.json")
    gone, hidden = set(), set()
    for line in lines:
        for field in sorted(line["sd"], key=unit_order):
            place = (line["seq"], field)
            is_shown = field in shown.get(line["seq"], {})
            if place in erased:
                demand(not is_shown, "E43", line["seq"])
                demand(erased[place] == line["sd"][field] and place not in withheld, "E42", line["seq"])
                gone.add(place)
            elif not is_shown:
                demand(place in withheld, "E42", line["seq"])
                hidden.add(place)
    demand(hidden == withheld, "E42", part="manifest.json")
    demand(gone == erased.keys(), "E42", part="ledger/ledger.jsonl")
    return shown, len(gone)


def _shown(bundle, lines):
    part = "trace/disclosures.jsonl.gz"
    values, before, size = {}, (-1, b""), 0
    try:
        for text in bundle.lines(part):
            row = read_canonical(text)
            demand(exact(row, d=lambda text: isinstance(text, str), seq=is_count), "E40", part=part)
            seq = row["seq"]
            field, value = _open_disclosure(row["d"])
            demand((seq, unit_order(field)) > before, "E40", seq)
            size = len(row["d"]) + (size if seq == before[0] else 0)
            demand(size <= SHOWN, "E40", seq)
            before = (seq, unit_order(field))
            recorded = lines[seq]["sd"].get(field) if seq < len(lines) else None
            demand(recorded == digest_of(row["d"].encode()), "E41", seq)
            values.setdefault(seq, {})[field] = value
    except FormError as problem:
        raise Fault("E40", part=part) from problem
    return values


def _open_disclosure(text):
    parts = read_canonical(to_text(from_base64url(text)))
    if not isinstance(parts, list) or len(parts) != 3 or not isinstance(parts[0], str) or not _is_field(parts[1]):
        raise FormError("disclosure")
    if len(from_base64url(parts[0])) != 16:
        raise FormError("salt")
    return parts[1], parts[2]
