/**
 * Checks the signed permission that Gatehouse sends with each call of a remote tool, in front of that tool. One file without
 * dependencies for Node 20, Deno, Bun, Workers and everything else that has WebCrypto. Copy it and use it like this:
 *
 *   import { verifyGrant, rememberOnce } from "./verify-grant.js";
 *   const keys = JSON.parse(await readFile("gatehouse-keys.json", "utf8"));   // "Save public key", or `gatehouse keys`
 *   const once = rememberOnce();
 *   const checked = await verifyGrant(
 *     { token: request.headers["gatehouse-grant"], method: request.method, target: request.url, body },
 *     { keys, audience: "https://tools.example.com", tool: "send_letter", once },
 *   );
 *   if (!checked.ok) return respond(403, checked.message);
 *
 * `target` is path and query exactly as they arrived, `body` the text exactly as it arrived ("" when there is none).
 * `audience` is your own scheme, host and port, as the tool's address in Gatehouse has it; never take it from the request.
 * Several servers of one tool must share what is remembered: bring your own `once(jti, expiresAtMs)` that answers true the
 * first time and false ever after, in one step (for instance Redis SET NX PX).
 *
 * What it shows: a Gatehouse with this key allowed this very request, now, once. The claims say more: `grant`, `run` and
 * `step` are in that Gatehouse's sealed log, `args` is the SHA-256 of the arguments' canonical JSON (RFC 8785).
 * What it does not show: that the person who allowed it was right to, or that nobody on the way has read it. Use TLS.
 */

const messages = {
  "no-token": "The call carries no permission.",
  "not-a-token": "The permission cannot be read.",
  algorithm: "The permission is signed in a way that is not accepted.",
  "unknown-key": "The permission is signed by a key that is not known here.",
  signature: "The permission was changed, or was not signed by the key that it names.",
  claims: "The permission lacks something, or is of another kind.",
  audience: "The permission is for another server.",
  tool: "The permission is for another tool.",
  expired: "The permission has ended.",
  "not-yet": "The permission comes from the future. Check the clocks.",
  "too-long": "The permission lasts longer than a permission may.",
  request: "The permission is for another call.",
  used: "The permission was used before.",
};

const longestToken = 4096;
const longestSeconds = 3600;

/**
 * @param {{ token: string | undefined, method: string, target: string, body?: string }} request
 * @param {{ keys: { keys: object[] } | object[], audience: string, once: (jti: string, expiresAtMs: number) => boolean | Promise<boolean>,
 *   tool?: string, now?: () => number, skewSeconds?: number }} options
 * @returns {Promise<{ ok: true, claims: Record<string, string | number> } | { ok: false, code: keyof typeof messages, message: string }>}
 */
export async function verifyGrant(request, options) {
  const { audience, tool, once, now = () => Date.now(), skewSeconds = 5 } = options;
  const refuse = (code) => ({ ok: false, code, message: messages[code] });
  const { token } = request;
  if (token === undefined || token === null || token === "") return refuse("no-token");
  if (typeof token !== "string" || token.length > longestToken) return refuse("not-a-token");
  const parts = token.split(".");
  const [header, claims] = parts.slice(0, 2).map(readPart);
  const signature = bytesOf(parts[2]);
  if (parts.length !== 3 || !header || !claims || !signature) return refuse("not-a-token");

  // One algorithm, said here and not by the token; keys come from `keys` alone, so a key in the header means nothing.
  if (header.alg !== "EdDSA" || header.typ !== "gatehouse-grant+jwt" || "crit" in header) return refuse("algorithm");
  const known = Array.isArray(options.keys) ? options.keys : options.keys.keys;
  const key = known.find((each) => each.kty === "OKP" && each.crv === "Ed25519" && each.kid === header.kid);
  if (typeof header.kid !== "string" || !key) return refuse("unknown-key");
  const signed = new TextEncoder().encode(`${parts[0]}.${parts[1]}`);
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.x };
  const imported = await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
  if (!(await crypto.subtle.verify("Ed25519", imported, signature, signed))) return refuse("signature");

  const texts = ["iss", "aud", "tool", "grant", "run", "step", "args", "req", "jti"];
  const isWhole = texts.every((name) => typeof claims[name] === "string") && claims.jti.length >= 16;
  if (!isWhole || ![claims.iat, claims.exp].every(Number.isSafeInteger)) return refuse("claims");
  if (claims.aud !== audience) return refuse("audience");
  if (tool !== undefined && claims.tool !== tool) return refuse("tool");
  const seconds = now() / 1000;
  if (claims.exp - claims.iat > longestSeconds + 1) return refuse("too-long");
  if (claims.iat > seconds + skewSeconds) return refuse("not-yet");
  if (seconds >= claims.exp + skewSeconds) return refuse("expired");
  if (claims.req !== (await digestOf(request))) return refuse("request");
  // Last, so that a call which is refused for another reason does not use it up.
  const isFirst = await once(claims.jti, (claims.exp + skewSeconds) * 1000);
  return isFirst === true ? { ok: true, claims } : refuse("used");
}

/** Remembers in this process. A token is forgotten when it has ended, for then it is refused anyway. */
export function rememberOnce(now = () => Date.now()) {
  const seen = new Map();
  return (jti, expiresAtMs) => {
    for (const [each, end] of seen) if (end <= now()) seen.delete(each);
    if (seen.has(jti)) return false;
    seen.set(jti, expiresAtMs);
    return true;
  };
}

/** SHA-256 of method, target and body in a JSON list: three texts have one form only. */
async function digestOf({ method, target, body = "" }) {
  const bytes = new TextEncoder().encode(JSON.stringify([method, target, body]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function bytesOf(part) {
  if (typeof part !== "string" || !/^[A-Za-z0-9_-]+$/.test(part) || part.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
}

function readPart(part) {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(part)));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
