/** The text that a person finds who opens a bundle without Gatehouse. */
export function readmeText(origin: string, steps: number): string {
  return `This file is the sealed record of one run of an AI flow made with Gatehouse.

Run    ${origin}
Steps  ${steps}

trace/events.jsonl.gz       every step, one canonical JSON line each (RFC 8785); a leaf of a Merkle tree (RFC 6962)
trace/disclosures.jsonl.gz  the values that belong to the digests in the steps (RFC 9901)
trace/checkpoint            size and root of that tree, signed with the run's key (C2SP signed note)
ledger/                     the workspace's own log: shows when the run began and how it ended
ledger/close.tlog-proof     of a run that was closed: the same for tools that read C2SP tlog-proof
flow/                       the flow, its policies and its models as they ran
keys/                       the public keys
derived/                    the same steps for other tools: OpenTelemetry (JSON and protobuf) and a table (CSV), compressed
                            with gzip. Copies, not evidence; the check compares them with the steps.
verify.html                 a page that checks such a file in any browser, without a network (not in every bundle)
manifest.json               size and SHA-256 of every file here, signed in manifest.note

To check it: open it in Gatehouse, run "gatehouse verify" on it, or open verify.html and drop this file on it. That page came
with this file: whoever made the one could have changed the other, so compare its SHA-256 with the one of the Gatehouse that you
trust, or use a copy that you have from there. Ask the sender for the workspace key over another
channel and compare it with keys/workspace.vkey. A receipt that you kept from earlier shows that nothing before it changed.

What a check can't show: that the program which wrote the steps told the truth at that moment.
`;
}
