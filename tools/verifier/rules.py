"""The second pass (section 14 of FORMAT.md): did the run keep its own rules? One function a rule; each gives (code, step)."""

import re
import unicodedata

from .forms import FormError, is_count, same_json, to_base64url, utc_day, write_canonical
from .notes import COSIGNATURE, open_note, read_vkey

# What is said of every bundle that passes, so that nobody takes it for checked.
NOT_CHECKED = (
    "E27: that what lies under derived/ follows from the steps; read the steps themselves",
    "S08 in part: what was used on a day is not counted anew; a claim's day, its limits, its judgement and that it came first are",
    "whether a second name or key belongs to the same person",
)
MINUTE = 60_000


def findings(run):
    rules = (
        grants, approvals, signatures, firewall, drawn_firewalls, limits, budgets, days, reminders, results, nodes, control,
        targets, readers, links,
    )  # fmt: skip
    found = [finding for rule in rules for finding in rule(run)]
    return sorted(found, key=lambda finding: finding[1])


def _of(run, *kinds):
    return [event for event in run.events if event["kind"] in kinds]


def _refused(run):
    """Keys of calls that the gate turned down after they were written down, and that nobody made."""
    answered = {event["key"] for event in _of(run, "tool.result")}
    return {event["key"] for event in _of(run, "privilege.deny")} - answered


def _broken_off(run):
    """The call that was the last thing a run wrote down: the gate looks at its grant only behind that."""
    rest = [event for event in run.events if event["kind"] != "run.close"]
    return rest[-1]["key"] if rest and rest[-1]["kind"] == "tool.call" else None


def grants(run):
    minted, over, left, used, sent, ruled = {}, set(), {}, set(), set(), {}
    refused, broken_off = _refused(run), _broken_off(run)

    def takes(grant_id, tool, time):
        grant = minted.get(grant_id)
        if grant is None or grant["attrs"]["tool"] != tool or grant_id in over:
            return False
        if time > grant["attrs"]["expiresAt"] or left[grant_id] == 0:
            return False
        left[grant_id] -= 1
        used.add(grant_id)
        return True

    def is_allowed(call):
        said = ruled.get(call["key"])
        return said is not None and said["tool"] == call["attrs"]["tool"] and said["decision"] != "deny"

    def is_live(call):
        attrs = call["attrs"]
        grant = minted.get(attrs["grantId"])
        if grant is None or grant["attrs"].get("lease") is True:
            return False
        if not takes(attrs["grantId"], attrs["tool"], call["time"]):
            return False
        if _step_of(grant) != _step_of(call) or grant["attrs"].get("approvalId") != attrs.get("approvalId"):
            return False
        own, given = grant["values"].get("constraints"), call["values"].get("arguments")
        if own is not None and given is not None and not same_json(own, given):
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
        if kind == "privilege.request":
            ruled[event["key"].removesuffix("/approved")] = attrs
        elif kind == "privilege.grant" and attrs["grantId"] not in minted:
            minted[attrs["grantId"]], left[attrs["grantId"]] = event, attrs["uses"]
        elif kind in ("privilege.expire", "privilege.revoke") and attrs["grantId"] in minted:
            over.add(attrs["grantId"])
        elif kind == "privilege.token":
            if not may_leave(event):
                yield "S01", event["seq"]
            sent.add(attrs["jti"])
        elif kind == "tool.call" and event["key"] not in refused:
            spent = is_live(event)
            if not is_allowed(event) or (event["key"] != broken_off and not spent):
                yield "S01", event["seq"]


def _step_of(event):
    return event["node"], event["parent"]


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
    requests, decided, used, asked, over = {}, {}, set(), set(), set()
    for event in run.events:
        attrs = event["attrs"]
        name = attrs.get("approvalId")
        if event["kind"] == "privilege.request" and attrs["decision"] == "ask":
            asked.add(event["key"])
        elif event["kind"] == "approval.request":
            requests[name], decided[name] = event, []
            used.discard(name)
            over.discard(name)
        elif event["kind"] == "approval.timeout":
            over.add(name)
        elif event["kind"] == "approval.decision" and name in requests and name not in over:
            if len(decided[name]) < requests[name]["attrs"].get("people", 1):
                decided[name].append(event)
        elif event["kind"] == "tool.call" and name is None:
            if event["key"] in asked:
                yield "S02", event["seq"]
        elif event["kind"] == "tool.call":
            if name in used or not _is_approved(requests.get(name), decided.get(name), event):
                yield "S02", event["seq"]
            used.add(name)


def _is_approved(request, decisions, call):
    if request is None or not decisions or any(each["attrs"]["decision"] == "deny" for each in decisions):
        return False
    if _people(decisions) < request["attrs"].get("people", 1):
        return False
    if not all(_may_decide(each, request) for each in decisions):
        return False
    if request["attrs"]["tool"] != call["attrs"]["tool"]:
        return False
    bound = request["sd"].get("arguments")
    if any(each["attrs"]["argsDigest"] != bound for each in (request, *decisions)):
        return False
    source = decisions[0] if decisions[0]["attrs"]["decision"] == "edit" else request
    approved, executed = source["values"].get("arguments"), call["values"].get("arguments")
    return approved is None or executed is None or same_json(approved, executed)


def _people(decisions):
    """One under two names is one person, and so is one key."""
    known, people = set(), 0
    for each in decisions:
        marks = {("id", _spelled(each["by"]))}
        try:
            marks.add(("key", read_vkey(each["attrs"]["approver"]).public))
        except (KeyError, FormError):
            pass
        people += known.isdisjoint(marks)
        known |= marks
    return people


def _may_decide(decision, request):
    asked, attrs = request["attrs"], decision["attrs"]
    if asked["roles"] and "anyone" not in asked["roles"] and attrs["role"] not in asked["roles"]:
        return False
    if _spelled(decision["by"]) == _spelled(asked["requester"]) or decision["time"] > asked["expiresAt"] + MINUTE:
        return False
    return attrs["decision"] != "edit" or asked["allowEdit"]


def firewall(run):
    read, doubts, replies, said, stopped, asked, seen = set(), {}, Open(), set(), set(), {}, set()
    refused = _refused(run)

    def judge(event):
        attrs = event["attrs"]
        ref, enforces = attrs["ref"], attrs["mode"] == "enforce"
        waits = attrs["verdict"] == "ask" and enforces
        is_data = attrs["target"] in ("document", "tool") and ref not in said
        passes = not waits and (attrs["verdict"] != "block" or not enforces or is_data)
        if waits:
            asked[event["key"]] = event
        if attrs["direction"] == "output":
            replies.settle(ref)
            (stopped.discard if passes else stopped.add)(ref)
        elif passes:
            read.add((event["node"], ref))

    def let_pass(attrs):
        result = asked.get(attrs["approvalId"])
        if result is None or attrs["decision"] == "deny":
            return
        if result["attrs"]["direction"] == "input":
            read.add((result["node"], result["attrs"]["ref"]))
        else:
            stopped.discard(result["attrs"]["ref"])

    for event in run.events:
        kind, attrs, key = event["kind"], event["attrs"], event["key"]
        if kind == "message":
            said.add(key)
        elif kind == "guardrail.response" and attrs["verdict"] != "pass":
            doubts.setdefault(_place(key), set()).add(attrs["tier"])
        elif kind == "guardrail.result":
            left_out = any(tier not in attrs["categories"] for tier in doubts.get(_place(key), ()))
            if left_out or key in seen:
                yield "S03", event["seq"]
                continue
            seen.add(key)
            judge(event)
        elif kind == "approval.decision":
            let_pass(attrs)
        elif kind == "privilege.deny":
            read.add((event["node"], key))
        elif kind == "limit.hit" and event["parent"] is not None:
            replies.settle(event["parent"])
        elif kind == "llm.response" and "failure" not in attrs:
            replies.open(event)
        elif kind == "tool.call":
            wanted = {re.sub(r"\.[^/]*\Z", "", key), re.sub(r"/[^/]*\Z", "", key)}
            parts = {f"{key}#{part}" for part in ("content", "call", "edited-content", "edited-call")}
            is_stopped = key not in refused and not stopped.isdisjoint(wanted | parts)
            if is_stopped or not wanted.isdisjoint(replies.events):
                yield "S03", event["seq"]
        for late in replies.overdue(event):
            yield "S03", late["seq"]
        if kind == "llm.request" and any((event["node"], ref) not in read for ref in attrs["refs"]):
            yield "S03", event["seq"]


_VERDICTS = ("allow", "warn", "redact", "ask", "block")


def drawn_firewalls(run):
    drawn = _helpers(run.flow, "firewall")
    for event in _of(run, "guardrail.result"):
        attrs, helper = event["attrs"], drawn.get(event["node"])
        config = helper[1] if helper is not None and _is_firewall(helper[1]) else {}
        other = helper is not None and attrs["firewall"] != helper[0]
        if helper is not None and _is_firewall(helper[1]):
            other = other or attrs["mode"] != config.get("mode", "enforce")
        if other or _is_mild(event, config):
            yield "S03", event["seq"]


def _is_firewall(config):
    if not isinstance(config, dict) or not isinstance(config.get("mode", ""), str):
        return False
    guards = config.get("guards", {})
    return isinstance(guards, dict) and all(
        isinstance(each, dict) and isinstance(each.get("sensitivity", ""), str) for each in guards.values()
    )


def _is_mild(event, config):
    attrs = event["attrs"]
    verdict = attrs["verdict"]
    is_lower = any(each.get("sensitivity") == "low" for each in config.get("guards", {}).values())
    if attrs["score"] >= (0.75 if is_lower else 0.5) and not attrs["categories"]:
        return True
    if attrs["mode"] != "enforce":
        return False
    if verdict == "allow" and attrs["categories"]:
        return True
    for finding in event["values"].get("findings", []):
        wanted = finding.get("action")
        if wanted == "block" and attrs["target"] in ("document", "tool"):
            wanted = "redact"
        if wanted in _VERDICTS and _VERDICTS.index(wanted) > _VERDICTS.index(verdict):
            return True
    return False


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
        if kind not in ("node.end", "turn.end", "run.close", "error"):
            return []
        own = kind in ("node.end", "error")
        ending = [each for each in self.events.values() if not own or each["node"] == event["node"]]
        for each in ending:
            del self.events[each["key"]]
        return ending if event["attrs"].get("status") == "done" else []


def limits(run):
    hits, stopped = set(), False
    worked = {event["key"] for event in _of(run, "tool.result") if event["attrs"]["outcome"] == "success"}
    worked |= {event["key"] for event in _of(run, "llm.response") if "failure" not in event["attrs"]}
    for event in run.events:
        kind = event["kind"]
        if kind == "limit.hit":
            parts = event["key"].split("/")[:5]
            hits |= {(event["node"], "/".join(parts[:count])) for count in range(1, len(parts))}
        elif kind in ("turn.start", "turn.end"):
            hits = set()
            stopped = stopped and kind != "turn.start"
        elif kind == "kill.switch":
            stopped = True
        elif kind in ("llm.request", "tool.call"):
            if (event["node"], event["parent"] or "") in hits or (stopped and event["key"] in worked):
                yield "S04", event["seq"]


class Used:
    def __init__(self):
        self.steps, self.calls, self.tools, self.read, self.written = 0, 0, {}, 0, 0


def budgets(run):
    drawn = _helpers(run.flow, "limits")
    ids = [helper[0] for helper in drawn.values()]
    configs, used = {}, {}
    for event in run.events:
        kind, attrs = event["kind"], event["attrs"]
        if kind == "turn.start":
            used = {name: each for name, each in used.items() if configs[name]["scope"] == "perRun"}
        if event["node"] is None:
            continue
        name, config = drawn.get(event["node"], (f"{event['node']} default", {}))
        if name not in configs:
            configs[name] = _limits(config)
        most = configs[name]
        if most is None:
            continue
        mine = used.setdefault(name, Used())
        if kind == "tool.call":
            mine.calls += 1
            mine.tools[attrs["tool"]] = mine.tools.get(attrs["tool"], 0) + 1
            if mine.calls > most["toolCalls"] or mine.tools[attrs["tool"]] > most["toolCallsPerTool"]:
                yield "S04", event["seq"]
        elif kind in ("llm.response", "guardrail.response") and "failure" not in attrs:
            mine.read += attrs["inputTokens"]
            mine.written += attrs["outputTokens"]
        elif _needs(event) in ("model", "code"):
            mine.steps += 1
            is_spent = mine.read > most["inputTokens"] or mine.written > most["outputTokens"]
            if mine.steps > most["steps"] or (is_spent and ids.count(name) < 2):
                yield "S04", event["seq"]


_NEW_LIMITS = {
    "scope": "perTurn",
    "steps": 12,
    "toolCalls": 20,
    "toolCallsPerTool": float("inf"),
    "inputTokens": 200_000,
    "outputTokens": 20_000,
}


def _limits(config):
    """What a Limits node sets, with what a new one has; None where it is none."""
    if not isinstance(config, dict):
        return None
    found = {name: config.get(name, usual) for name, usual in _NEW_LIMITS.items()}
    counts = [value for name, value in found.items() if name in config and name != "scope"]
    if found["scope"] not in ("perTurn", "perRun") or not all(is_count(value) and 1 <= value <= 10_000_000 for value in counts):
        return None
    return found


_QUESTION = {
    "tool.result": "tool.call",
    "llm.response": "llm.request",
    "guardrail.response": "guardrail.request",
    "sandbox.end": "sandbox.start",
}
_QUESTIONS = tuple(_QUESTION.values())


def results(run):
    calls, asked = Open(), set()
    for event in run.events:
        kind, key = event["kind"], event["key"]
        if kind == "tool.call":
            calls.open(event)
        elif kind in ("tool.result", "privilege.deny"):
            calls.settle(key)
        for late in calls.overdue(event):
            yield "S05", late["seq"]
        if kind in _QUESTIONS:
            asked.add((kind, key))
        elif kind in _QUESTION:
            if (_QUESTION[kind], key) not in asked:
                yield "S05", event["seq"]
            asked.discard((_QUESTION[kind], key))


_ACTING = ("llm.request", "tool.call", "sandbox.start")


def nodes(run):
    running = {}
    for event in run.events:
        kind, key = event["kind"], event["key"]
        if kind == "node.start":
            running[key] = event
        elif kind == "node.end":
            if running.pop(key, None) is None:
                yield "S06", event["seq"]
        elif kind in _ACTING and (event["parent"] or "") not in running:
            yield "S06", event["seq"]
        elif kind == "turn.end":
            for each in running.values():
                yield "S06", each["seq"]
            running = {}


def links(run):
    models, brought, running, early, open_ = [], set(), set(), {}, set()
    for event in run.events:
        kind, attrs, key, seq = event["kind"], event["attrs"], event["key"], event["seq"]
        if kind == "run.open":
            models = attrs["models"]
        elif kind == "node.start":
            running.add(key)
        elif kind == "node.end":
            running.discard(key)
        elif kind in ("message", "llm.response", "retrieval.result", "tool.result", "privilege.deny"):
            brought.add(key)
            if key in early:
                yield "S13", early[key]
        elif kind == "llm.request" and attrs["model"] not in models:
            yield "S13", seq
        elif kind == "llm.request":
            for ref in (each.split("#")[0] for each in attrs["refs"]):
                if ref in brought:
                    continue
                early.setdefault(ref, seq)
                if ref.rpartition("/")[0] not in running:
                    yield "S13", seq
                    break
        elif kind == "run.recovered":
            intents = attrs["openIntents"]
            if attrs["lastSeq"] != seq - 1 or len(intents) != len(open_) or not open_.issuperset(intents):
                yield "S13", seq
        if kind in _QUESTIONS:
            open_.add(key)
        elif kind in _QUESTION:
            open_.discard(key)


def _helpers(flow, type_name):
    """(id, config) of what hangs on each step at the socket of that name; of several the first one."""
    if not _is_drawing(flow):
        return {}
    known = {node["id"]: node.get("config") for node in flow["nodes"] if node["type"] == type_name}
    found = {}
    for edge in flow["edges"]:
        source, target = edge["from"]["node"], edge["to"]
        if edge["kind"] == "attach" and target["port"] == type_name and source in known:
            found.setdefault(target["node"], (source, known[source]))
    return found


def _is_drawing(flow):
    def has(value, **tests):
        return isinstance(value, dict) and all(name in value and test(value[name]) for name, test in tests.items())

    def text(value):
        return isinstance(value, str)

    def of(**tests):
        return lambda value: has(value, **tests)

    def lists(test):
        return lambda value: isinstance(value, list) and all(map(test, value))

    edge = {"kind": text, "from": of(node=text), "to": of(node=text, port=text)}
    return has(flow, nodes=lists(of(id=text, type=text)), edges=lists(lambda value: has(value, **edge)))


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
    found = {}
    for host, (_, config) in _helpers(flow, "limits").items():
        if isinstance(config, dict) and any(name in config for name in DAY_LIMITS):
            found[host] = [(name, config[name]) for name in DAY_LIMITS if name in config and name != "dollarsPerDay"]
    return found


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
