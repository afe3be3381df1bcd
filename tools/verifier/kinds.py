"""Which kinds there are (section 11 of FORMAT.md, whose table stands here word for word) and whether an event is one of them."""

import re

from .forms import is_count

TABLE = """\
run.open
  attrs   flowDigest: text, policyDigest: text, engine: text, models: text[], host: text, seed: count
  values  flowTitle: text
run.close
  attrs   status: "done" or "blocked" or "denied" or "failed" or "stopped" or "abandoned", events: count
  values  none
run.recovered
  attrs   lastSeq: count, openIntents: text[]
  values  none
run.export
  attrs   events: count
  values  none
turn.start
  attrs   turn: count, role: text
  values  speaker: object
turn.end
  attrs   turn: count, status: "done" or "blocked" or "denied" or "failed" or "stopped"
  values  sentence: text
node.start
  attrs   control?: "untrusted"
  values  input: object
node.end
  attrs   status: "done" or "blocked" or "failed" or "stopped", ports: text[]
  values  output: object
edge.taken
  attrs   edge: text, from: text, to: text
  values  none
error
  attrs   code: text, attempt: count
  values  sentence: text
message
  attrs   role: "user" or "assistant", provider: text, aiModel: boolean
  values  content: text, sources: object[], options: text[]
llm.request
  attrs   model: text, provider: text, refs: text[], tools: text[]
  values  instructions: text
llm.response
  attrs   model: text, finishReason: text, inputTokens: count, outputTokens: count, failure?: text
  values  text: text, toolCalls: object[], sources: object[], sentence?: text
retrieval.query
  attrs   limit: count
  values  query: text
retrieval.result
  attrs   documents: text[]
  values  passages: object[]
privilege.facts
  attrs   tool: text, ownRecord: boolean, sameTarget: boolean
  values  none
privilege.known
  attrs   tool: text, known: boolean, read: boolean
  values  none
privilege.request
  attrs   tool: text, decision: "allow" or "ask" or "deny", rules: text[]
  values  sentence: text
privilege.grant
  attrs   grantId: text, tool: text, uses: count, ttlMs: count, expiresAt: count, reason: text, approvalId?: text, host?: text, leaseId?: text, lease?: boolean
  values  constraints: object, sentence: text
privilege.use
  attrs   grantId: text, tool: text
  values  none
privilege.token
  attrs   grantId: text, tool: text, audience: text, jti: text, digest: text, expiresAt: count
  values  none
privilege.deny
  attrs   tool: text, code: text
  values  sentence: text
privilege.expire
  attrs   grantId: text
  values  none
privilege.revoke
  attrs   grantId: text
  values  none
budget.check
  attrs   limit: text, used: count, max: count
  values  none
budget.claim
  attrs   day: text, what: "model" or "tool-call" or "code", granted: boolean, model?: text, inputTokens?: count, outputTokens?: count, lines: {limit: "chatsPerDay" or "toolCallsPerDay" or "tokensPerDay" or "dollarsPerDay", most: count, elsewhere: count, here: count, held: count, asked: count, answer: count}[]
  values  none
limit.hit
  attrs   limit: text, used: count, max: count, usedMicros?: count, maxMicros?: count
  values  sentence: text
approval.request
  attrs   approvalId: text, tool: text, argsDigest: text, expiresAt: count, roles: text[], requester: text, allowEdit: boolean, why: "rule" or "gate" or "origin" or "step-up" or "firewall" or "in-doubt", people?: count, remindAt?: count
  values  arguments: object, origins: {*: {kind: "user" or "record" or "author" or "outside" or "model", title: text, key: text, integrity: "author" or "user" or "resolved" or "structured" or "untrusted"}}, sentence: text, rule: text, checks: object[]
approval.decision
  attrs   approvalId: text, decision: "approve" or "deny" or "edit", role: text, argsDigest: text, approver?: text, signature?: text, cosigned?: {size: count, signature: text}
  values  name: text, comment: text, arguments?: object
approval.timeout
  attrs   approvalId: text
  values  none
approval.reminder
  attrs   approvalId: text
  values  none
kill.switch
  attrs   by: text
  values  none
guardrail.result
  attrs   ref: text, direction: "input" or "output", target: "user" or "document" or "tool" or "model" or "author", firewall: text, mode: text, verdict: "allow" or "warn" or "redact" or "ask" or "block", score: number, categories: text[]
  values  before?: text, after?: text, findings: object[]
guardrail.request
  attrs   tier: text, model: text, provider: text, firewall: text, ref: text, direction: "input" or "output"
  values  text: text
guardrail.response
  attrs   tier: text, model: text, firewall: text, ref: text, verdict: "pass" or "stop" or "none", inputTokens: count, outputTokens: count, failure?: text
  values  answer: text, reason: text, sentence?: text
sandbox.start
  attrs   language: text, engine?: text, timeMs: count, memoryBytes: count, now: count, seed: count, tools: text[], reads?: {*: {columns?: text[]}}
  values  code: text, input: any
sandbox.end
  attrs   outcome: text, cpuMs: number, memoryBytes: count, calls: count
  values  output?: any, sentence?: text, logs: text[], columns?: text[]
tool.call
  attrs   tool: text, callId: text, effect: "read" or "write" or "send" or "pay" or "delete" or "admin", grantId: text, approvalId?: text, readers?: text[]
  values  arguments: object, origins: {*: {kind: "user" or "record" or "author" or "outside" or "model", title: text, key: text, integrity: "author" or "user" or "resolved" or "structured" or "untrusted"}}
tool.result
  attrs   tool: text, callId: text, outcome: "success" or "failure" or "denied" or "skipped", readers?: text[]
  values  result: any
handoff
  attrs   to: text
  values  sentence: text
"""

_TOKEN = re.compile(r'\s*("[^"]*"|[A-Za-z]\w*\??|\[\]|[{}:,*])')


class _Reader:
    """Reads `name: type, name?: type`, the notation of the table."""

    def __init__(self, text):
        self.tokens = _TOKEN.findall(text)

    def next(self):
        return self.tokens.pop(0) if self.tokens else ""

    def peek(self):
        return self.tokens[0] if self.tokens else ""

    def members(self):
        found = {}
        while self.peek() not in ("", "}"):
            name = self.next()
            self.next()
            found[name.rstrip("?")] = (not name.endswith("?"), self.type())
            if self.peek() == ",":
                self.next()
        return found

    def type(self):
        test = self.one()
        while self.peek() == "or":
            self.next()
            test = _either(test, self.one())
        while self.peek() == "[]":
            self.next()
            test = _list_of(test)
        return test

    def one(self):
        token = self.next()
        if token.startswith('"'):
            return lambda value, word=token[1:-1]: value == word
        if token != "{":
            return _SIMPLE[token]
        if self.peek() == "*":
            self.next(), self.next()
            each = self.type()
            self.next()
            return lambda value: isinstance(value, dict) and all(map(each, value.values()))
        members = self.members()
        self.next()
        return lambda value: has_members(value, members)


_SIMPLE = {
    "text": lambda value: isinstance(value, str),
    "count": is_count,
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "any": lambda value: True,
}


def _either(left, right):
    return lambda value: left(value) or right(value)


def _list_of(each):
    return lambda value: isinstance(value, list) and all(map(each, value))


def has_members(value, members, partial=False):
    if not isinstance(value, dict) or not value.keys() <= members.keys():
        return False
    if not partial and any(needed and name not in value for name, (needed, _) in members.items()):
        return False
    return all(members[name][1](each) for name, each in value.items())


def _table():
    kinds, kind = {}, ""
    for line in TABLE.splitlines():
        if not line.startswith(" "):
            kind = line
            continue
        which, _, members = line.strip().partition(" ")
        members = members.strip()
        kinds.setdefault(kind, {})[which] = {} if members == "none" else _Reader(members).members()
    return kinds


KINDS = _table()


def is_known(kind, attrs, values):
    found = KINDS.get(kind)
    return found is not None and has_members(attrs, found["attrs"]) and has_members(values, found["values"], partial=True)
