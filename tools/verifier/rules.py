"""The second pass (section 14 of FORMAT.md): did the run keep its own rules? One function a rule; each gives (code, step)."""

import re
import unicodedata

from .forms import FormError, same_json, to_base64url, utc_day, write_canonical
from .notes import COSIGNATURE, open_note, read_vkey

# What is said of every bundle that passes, so that nobody takes it for checked.
NOT_CHECKED = (
    "E27: that what lies under derived/ follows from the steps; read the steps themselves",
    "S08 in part: what was used on a day is not counted anew; a claim's day, its limits, its judgement and that it came first are",
    "whether a second name or key belongs to the same person",
)
MINUTE = 60_000


def findings(run):
    rules = (grants, approvals, signatures, firewall, limits, days, reminders, results, nodes, control, targets, readers)
    found = [finding for rule in rules for finding in rule(run)]
    return sorted(found, key=lambda finding: finding[1])


def _of(run, *kinds):
    return [event for event in run.events if event["kind"] in kinds]


def _refused(run):
    """Keys of calls that the gate turned down after they were written down, and that nobody made."""
    answered = {event["key"] for event in _of(run, "tool.result")}
    return {event["key"] for event in _of(run, "privilege.deny")} - answered


def grants(run):
    minted, over, left, used, sent = {}, set(), {}, set(), set()
    refused = _refused(run)

    def takes(grant_id, tool, time):
        grant = minted.get(grant_id)
        if grant is None or grant["attrs"]["tool"] != tool or grant_id in over:
            return False
        if time > grant["attrs"]["expiresAt"] or left[grant_id] == 0:
            return False
        left[grant_id] -= 1
        used.add(grant_id)
        return True

    def is_live(call):
        attrs = call["attrs"]
        grant = minted.get(attrs["grantId"])
        if grant is None or grant["attrs"].get("lease") is True:
            return False
        if not takes(attrs["grantId"], attrs["tool"], call["time"]):
            return False
        lease_id = grant["attrs"].get("leaseId")
        if lease_id is None:
            return True
        lease = minted.get(lease_id)
        if lease is not None and lease["attrs"].get("lease") is True and not _is_listed(lease, call):
            return False
        return takes(lease_id, attrs["tool"], call["time"])

    def may_leave(token):
        attrs = token["attrs"]
        grant = minted.get(attrs["grantId"])
        if grant is None or attrs["grantId"] not in used or attrs["grantId"] in over or attrs["jti"] in sent:
            return False
        own = grant["attrs"]
        end = max(own["expiresAt"], token["time"] + own["ttlMs"]) + 1000
        return own["tool"] == attrs["tool"] and own.get("host") == attrs["audience"] and attrs["expiresAt"] <= end

    for event in run.events:
        kind, attrs = event["kind"], event["attrs"]
        if kind == "privilege.grant" and attrs["grantId"] not in minted:
            minted[attrs["grantId"]], left[attrs["grantId"]] = event, attrs["uses"]
        elif kind in ("privilege.expire", "privilege.revoke") and attrs["grantId"] in minted:
            over.add(attrs["grantId"])
        elif kind == "privilege.token":
            if not may_leave(event):
                yield "S01", event["seq"]
            sent.add(attrs["jti"])
        elif kind == "tool.call" and event["key"] not in refused and not is_live(event):
            yield "S01", event["seq"]


def _is_listed(lease, call):
    lists, arguments = lease["values"].get("constraints"), call["values"].get("arguments")
    if lists is None or arguments is None:
        return True
    return all(
        isinstance(values, list) and any(same_json(value, arguments.get(name)) for value in values)
        for name, values in lists.items()
    )


_SPACE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


def _spelled(name):
    return unicodedata.normalize("NFKC", name).strip(_SPACE).lower()


def approvals(run):
    requests, decided, used = {}, {}, set()
    for event in run.events:
        attrs = event["attrs"]
        name = attrs.get("approvalId")
        if event["kind"] == "approval.request":
            requests[name], decided[name] = event, []
            used.discard(name)
        elif event["kind"] == "approval.decision" and name in requests:
            if len(decided[name]) < requests[name]["attrs"].get("people", 1):
                decided[name].append(event)
        elif event["kind"] == "tool.call" and name is not None:
            if not _is_approved(requests.get(name), decided.get(name), event, name in used):
                yield "S02", event["seq"]
            used.add(name)


def _is_approved(request, decisions, call, is_used):
    if request is None or not decisions or any(each["attrs"]["decision"] == "deny" for each in decisions):
        return False
    if len({_spelled(each["by"]) for each in decisions}) < request["attrs"].get("people", 1):
        return False
    if request["attrs"]["tool"] != call["attrs"]["tool"] or is_used:
        return False
    bound = request["sd"].get("arguments")
    if any(each["attrs"]["argsDigest"] != bound for each in (request, *decisions)):
        return False
    source = decisions[0] if decisions[0]["attrs"]["decision"] == "edit" else request
    approved, executed = source["values"].get("arguments"), call["values"].get("arguments")
    return approved is None or executed is None or same_json(approved, executed)


def firewall(run):
    read, doubts, replies = set(), {}, Open()
    for event in run.events:
        kind, attrs, key = event["kind"], event["attrs"], event["key"]
        if kind == "guardrail.response" and attrs["verdict"] != "pass":
            doubts.setdefault(_place(key), []).append(attrs["tier"])
        elif kind == "guardrail.result":
            if any(tier not in attrs["categories"] for tier in doubts.get(_place(key), [])):
                yield "S03", event["seq"]
                continue
            if attrs["direction"] == "output":
                replies.settle(attrs["ref"])
            elif attrs["verdict"] != "block" or attrs["mode"] != "enforce" or attrs["target"] in ("document", "tool"):
                read.add(attrs["ref"])
        elif kind == "privilege.deny":
            read.add(key)
        elif kind == "limit.hit" and event["parent"] is not None:
            replies.settle(event["parent"])
        elif kind == "llm.response" and "failure" not in attrs:
            replies.open(event)
        for late in replies.overdue(event):
            yield "S03", late["seq"]
        if kind == "llm.request" and not read.issuperset(attrs["refs"]):
            yield "S03", event["seq"]


def _place(key):
    at = key.find("/")
    return key[at:] if at >= 0 else key[-1:]


class Open:
    """What waits to be seen through, by key."""

    def __init__(self):
        self.events = {}

    def open(self, event):
        self.events[event["key"]] = event

    def settle(self, key):
        self.events.pop(key, None)

    def overdue(self, event):
        kind = event["kind"]
        if kind not in ("node.end", "turn.end", "run.close", "error", "run.recovered"):
            return []
        own = kind in ("node.end", "error")
        ending = [each for each in self.events.values() if not own or each["node"] == event["node"]]
        for each in ending:
            del self.events[each["key"]]
        return ending if event["attrs"].get("status") == "done" else []


def limits(run):
    hits = []
    for event in run.events:
        if event["kind"] == "limit.hit":
            hits.append(event)
        elif event["kind"] in ("turn.start", "turn.end"):
            hits = []
        elif event["kind"] in ("llm.request", "tool.call"):
            start = f"{event['parent'] or ''}/"
            if any(hit["node"] == event["node"] and hit["key"].startswith(start) for hit in hits):
                yield "S04", event["seq"]


def results(run):
    calls = Open()
    for event in run.events:
        if event["kind"] == "tool.call":
            calls.open(event)
        elif event["kind"] in ("tool.result", "privilege.deny"):
            calls.settle(event["key"])
        for late in calls.overdue(event):
            yield "S05", late["seq"]


def nodes(run):
    running = {}
    for event in run.events:
        if event["kind"] == "node.start":
            running[event["key"]] = event
        elif event["kind"] == "node.end":
            running.pop(event["key"], None)
        elif event["kind"] == "turn.end":
            for each in running.values():
                yield "S06", each["seq"]
            running = {}


# --- signed decisions ----------------------------------------------------------------------------------------------------


def signatures(run):
    for event, request in _decisions(run):
        claims = any(name in event["attrs"] for name in ("approver", "signature", "cosigned"))
        if claims and signer(run, event, request) is None:
            yield "S07", event["seq"]


def signers(run):
    return [key for event, request in _decisions(run) if (key := signer(run, event, request)) is not None]


def unsigned(run):
    return [event["seq"] for event, request in _decisions(run) if signer(run, event, request) is None]


def clock(run):
    """Where the recorder's clock first went back by more than a second, how far, and how often it did. No fault."""
    times = [event["time"] for event in run.events]
    back = [seq for seq in range(1, len(times)) if times[seq - 1] - times[seq] > 1000]
    return (back[0], times[back[0] - 1] - times[back[0]], len(back)) if back else None


def _decisions(run):
    first = {}
    for event in run.events:
        if event["kind"] == "approval.request":
            first.setdefault(event["attrs"]["approvalId"], event)
        elif event["kind"] == "approval.decision":
            yield event, first.get(event["attrs"]["approvalId"])


def signer(run, event, request):
    """The key whose signature over this very decision stands in it."""
    attrs = event["attrs"]
    if request is None or "approver" not in attrs or "signature" not in attrs:
        return None
    statement = {
        "origin": run.origin,
        "request": to_base64url(run.leaves[request["seq"]]),
        "by": event["by"],
        "values": event["sd"],
        **{name: attrs[name] for name in ("approvalId", "argsDigest", "decision", "role")},
    }
    text = f"gatehouse-decision/v1\n{write_canonical(statement)}\n"
    try:
        key = read_vkey(attrs["approver"])
        note = open_note(f"{text}\n{attrs['signature']}\n", [key])
    except FormError:
        return None
    is_whole = note.text == text and note.unknown == 0 and len(note.signers) == 1
    if not is_whole or key.algorithm != COSIGNATURE:
        return None
    return key if _has_cosigned(run, event, request, key) else None


def _has_cosigned(run, event, request, key):
    """Who is said to have cosigned a checkpoint that shows the request has done so."""
    if "cosigned" not in event["attrs"]:
        return True
    size = event["attrs"]["cosigned"]["size"]
    return request["seq"] < size <= event["seq"] and (size, key) in run.cosigned


# --- limits for a day ----------------------------------------------------------------------------------------------------

DAY_LIMITS = ("chatsPerDay", "toolCallsPerDay", "tokensPerDay", "dollarsPerDay")


def days(run):
    limited, claimed = _day_limits(run.flow), set()
    for event in run.events:
        most = limited.get(event["node"])
        if most is None:
            continue
        attrs = event["attrs"]
        if event["kind"] == "budget.claim":
            if attrs["granted"]:
                claimed.add((attrs["what"], event["key"]))
            if not _is_claim(event, most):
                yield "S08", event["seq"]
        what = _needs(event)
        if what is not None and (what, event["key"]) not in claimed:
            yield "S08", event["seq"]


def _needs(event):
    kind = event["kind"]
    if kind == "guardrail.request":
        return "model" if event["attrs"]["tier"] == "judge" else None
    return {"llm.request": "model", "tool.call": "tool-call", "sandbox.start": "code"}.get(kind)


def _is_claim(event, most):
    attrs, time = event["attrs"], event["time"]
    if not utc_day(time - MINUTE) <= attrs["day"] <= utc_day(time):
        return False
    if [(line["limit"], line["most"]) for line in attrs["lines"] if line["limit"] != "dollarsPerDay"] != most:
        return False
    return attrs["granted"] == all(map(_fits, attrs["lines"]))


def _fits(line):
    used = line["elsewhere"] + line["here"] + line["asked"]
    full = line["held"] == 0 or used + line["held"] + line["answer"] <= line["most"]
    return line["asked"] == 0 or (used <= line["most"] and full)


def _day_limits(flow):
    """What may be used in a day, by the id of the node that a Limits node hangs on."""
    try:
        helpers = {node["id"]: node["config"] for node in flow["nodes"] if node["type"] == "limits"}
        edges = [edge for edge in flow["edges"] if edge["kind"] == "attach" and edge["to"]["port"] == "limits"]
        found = {}
        for edge in edges:
            config = helpers.get(edge["from"]["node"])
            if config is None or edge["to"]["node"] in found or not any(name in config for name in DAY_LIMITS):
                continue
            counted = [(name, config[name]) for name in DAY_LIMITS if name in config and name != "dollarsPerDay"]
            found[edge["to"]["node"]] = counted
        return found
    except (KeyError, TypeError):
        return {}


# --- reminders, who decided ----------------------------------------------------------------------------------------------


def reminders(run):
    waiting, told = {}, set()
    for event in run.events:
        kind, attrs = event["kind"], event["attrs"]
        name = attrs.get("approvalId")
        if kind == "approval.request":
            waiting[name] = attrs
        elif kind == "approval.timeout":
            waiting.pop(name, None)
        elif kind == "approval.decision":
            if attrs["decision"] == "deny" or waiting.get(name, {}).get("people", 1) == 1:
                waiting.pop(name, None)
        elif kind == "turn.end":
            waiting = {}
        elif kind == "approval.reminder":
            due = waiting.get(name, {}).get("remindAt")
            is_due = due is not None and due <= event["time"] <= waiting[name]["expiresAt"] + MINUTE
            if not is_due or name in told:
                yield "S09", event["seq"]
            told.add(name)


def control(run):
    marked, decided, handed = set(), set(), set()
    answered = {event["key"] for event in _of(run, "tool.result")}
    for event in run.events:
        kind, attrs = event["kind"], event["attrs"]
        if kind == "approval.decision":
            decided.add(_step(attrs["approvalId"]))
        elif kind == "edge.taken":
            parent = event["parent"] or ""
            if parent in marked and parent not in decided:
                handed.add(f"{event['key'].split('/')[0]}/{attrs['to']}/0")
        elif kind == "node.start":
            if "control" in attrs:
                marked.add(event["key"])
            elif event["key"] in handed:
                yield "S10", event["seq"]
        elif kind == "tool.call" and attrs["effect"] != "read" and "approvalId" not in attrs:
            if _step(event["parent"] or "") in marked and event["key"] in answered:
                yield "S10", event["seq"]


def targets(run):
    answered = {event["key"] for event in _of(run, "tool.result")}
    new = {event["key"] for event in _of(run, "privilege.known") if not event["attrs"]["known"]}
    for event in _of(run, "tool.call"):
        if "approvalId" not in event["attrs"] and event["key"] in answered & new:
            yield "S11", event["seq"]


def readers(run):
    closed, turn = {}, None
    answered = {event["key"] for event in _of(run, "tool.result")}
    for event in run.events:
        kind, attrs = event["kind"], event["attrs"]
        if kind == "turn.start":
            turn = event
        elif kind == "tool.result" and "readers" in attrs:
            closed.setdefault(event["key"].split("/")[0], []).append(set(attrs["readers"]))
        elif kind == "llm.request" and turn is not None:
            speaker = {turn["attrs"]["role"], f"person:{turn['by']}"}
            limits = [limit for ref in attrs["refs"] for limit in closed.get(ref.split("/")[0], [])]
            if any(limit.isdisjoint(speaker) for limit in limits):
                yield "S12", event["seq"]
        elif kind == "tool.call" and "readers" in attrs and "approvalId" not in attrs and event["key"] in answered:
            yield "S12", event["seq"]


def _step(key):
    return re.sub(r"~[0-9]+\Z", "", "/".join(key.split("/")[:3]))
