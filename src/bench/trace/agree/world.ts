import { ed25519 } from "@noble/curves/ed25519.js";
import { formatVkey, sha256, utf8, type KeyAlgorithm, type Signer } from "#pillars/trace";

/** Keys, the flow and the clock of every bundle here; all come out equal in every run of the benchmark. */
export const workspaceName = "gatehouse.example/agree";
export const workspace = signerOf(workspaceName);
export const approver = signerOf("mara.example", "cosignature");
export const witness = signerOf("witness.example", "cosignature");
export const stranger = signerOf("other.example/agree");

export function signerOf(name: string, algorithm: KeyAlgorithm = "ed25519"): Signer {
  const secret = sha256(utf8(`agree ${name}`));
  return {
    vkey: formatVkey(name, ed25519.getPublicKey(secret), algorithm),
    sign: async (message) => ed25519.sign(message, secret),
  };
}

export const start = Date.UTC(2026, 10, 29, 6, 45);
export const later = start + 3_600_000;

/** With limits for a day on the agent, whose claims a verifier judges. */
export function flowOf(hasDayLimits: boolean) {
  const agent = { id: "a", type: "agent", config: { model: "scripted" } };
  const limits = { id: "limits", type: "limits", config: { chatsPerDay: 50, toolCallsPerDay: 40 } };
  const edge = { id: "e", kind: "attach", from: { node: "limits", port: "guard" }, to: { node: "a", port: "limits" } };
  return hasDayLimits ? { id: "f", nodes: [agent, limits], edges: [edge] } : { id: "f", nodes: [agent], edges: [] };
}

export const policies = {
  grants: ["refund", "look_up_order"],
  "": 1e21,
  ratio: 0.1 + 0.2,
  small: 5e-324,
  "\u{1F512}": -0.5,
};
