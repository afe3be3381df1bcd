import { isKind } from "#engine";
import { grantKeyOf } from "#hosts/workspace";
import { digestOf } from "#pillars/trace";
import { importJWK, jwtVerify, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { drain, nora, type House } from "./house.fixture.ts";
import { json, serve } from "./local-server.fixture.ts";
import { oneCall, openRemoteHouse, remoteFlow } from "./remote-flow.fixture.ts";
import { loadVerifier, type SentRequest } from "./verify-grant.fixture.ts";

const { verifyGrant, rememberOnce } = await loadVerifier();

const keysOf = ({ workspace }: Pick<House, "workspace">) => ({ keys: [grantKeyOf(workspace.vkey)] });

/** One call of a whole house to a real server of this machine: the request as it arrived there, and the house. */
async function sentCall() {
  await using server = await serve((_, response) => json(response, { noteId: "N1" }));
  const flow = remoteFlow(`${server.origin}/notes/{about}?draft=no`, {
    name: "create_note",
    method: "POST",
    arguments: [{ name: "about" }, { name: "text" }],
  });
  const house = await openRemoteHouse(oneCall("create_note", { about: "A1", text: "hello" }), flow);
  await drain(house.session.send({ text: "Make a note about A1 with the text hello", speaker: nora }));
  const [seen] = server.seen;
  if (seen === undefined) throw new Error("Nothing arrived.");
  const token = String(seen.headers["gatehouse-grant"]);
  const request: SentRequest = { token, method: seen.method, target: seen.target, body: seen.body };
  return { house, request, token, origin: server.origin, keys: keysOf(house) };
}

const sent = await sentCall();
const options = () => ({ keys: sent.keys, audience: sent.origin, tool: "create_note", once: rememberOnce() });

describe("a token of a real call", () => {
  test("is accepted once, says which grant it is, and is refused when it comes again", async () => {
    const mine = options();
    const checked = await verifyGrant(sent.request, mine);
    const grant = sent.house.session.events().find((event) => isKind(event, "privilege.grant"));
    expect(checked).toMatchObject({
      ok: true,
      claims: {
        tool: "create_note",
        grant: grant?.key,
        run: sent.house.session.runId,
        args: digestOf({ about: "A1", text: "hello" }),
      },
    });
    expect(await verifyGrant(sent.request, mine)).toMatchObject({ ok: false, code: "used" });
  });

  test("is in the log by its number and digest, under the call's own grant, and not itself", () => {
    const events = sent.house.session.events();
    const told = events.find((event) => isKind(event, "privilege.token"));
    const grant = events.find((event) => isKind(event, "privilege.grant"));
    const [, claims = ""] = sent.token.split(".");
    const { jti, exp } = JSON.parse(Buffer.from(claims, "base64url").toString());
    expect(told?.attrs).toMatchObject({ grantId: grant?.key, jti, expiresAt: exp * 1000, audience: sent.origin });
    expect(JSON.stringify(events)).not.toContain(sent.token);
    expect(events.findIndex(({ kind }) => kind === "privilege.token")).toBeLessThan(
      events.findIndex(({ kind }) => kind === "tool.result"),
    );
  });

  test("ends when the grant does", () => {
    const grant = sent.house.session.events().find((event) => isKind(event, "privilege.grant"));
    const end = grant !== undefined && isKind(grant, "privilege.grant") ? grant.attrs.expiresAt : 0;
    const [, claims = ""] = sent.token.split(".");
    const { exp } = JSON.parse(Buffer.from(claims, "base64url").toString());
    expect(exp).toBe(Math.ceil(end / 1000));
  });

  test("is one that another implementation of the standard accepts", async () => {
    const [key] = sent.keys.keys;
    const verified = await jwtVerify(sent.token, await importJWK({ ...key }), {
      audience: sent.origin,
      algorithms: ["EdDSA"],
      typ: "gatehouse-grant+jwt",
    });
    expect(verified.payload["tool"]).toBe("create_note");
  });

  test.each<[string, Partial<SentRequest>]>([
    ["another body", { body: '{"text":"goodbye"}' }],
    ["no body", { body: "" }],
    ["another path", { target: "/notes/A2?draft=no" }],
    ["another query", { target: "/notes/A1?draft=yes" }],
    ["another method", { method: "PUT" }],
  ])("is refused for %s, and is not used up by that", async (_, change) => {
    const mine = options();
    expect(await verifyGrant({ ...sent.request, ...change }, mine)).toMatchObject({ ok: false, code: "request" });
    expect(await verifyGrant(sent.request, mine)).toMatchObject({ ok: true });
  });

  test("is refused by another server, for another tool, after its end, before its beginning", async () => {
    const { exp, iat } = JSON.parse(Buffer.from(sent.token.split(".")[1] ?? "", "base64url").toString());
    const code = async (change: Partial<ReturnType<typeof options>> & { now?: () => number }) =>
      verifyGrant(sent.request, { ...options(), ...change });
    expect(await code({ audience: "https://other.example" })).toMatchObject({ code: "audience" });
    expect(await code({ tool: "send_letter" })).toMatchObject({ code: "tool" });
    expect(await code({ now: () => (exp + 5) * 1000 })).toMatchObject({ code: "expired" });
    expect(await code({ now: () => (exp + 4) * 1000 })).toMatchObject({ ok: true });
    expect(await code({ now: () => (iat - 6) * 1000 })).toMatchObject({ code: "not-yet" });
  });
});

describe("a forged token", () => {
  const [header = "", claims = "", signature = ""] = sent.token.split(".");
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const read = (text: string) => JSON.parse(Buffer.from(text, "base64url").toString());
  const thief = crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const [known] = sent.keys.keys;

  test.each<[string, string | undefined, string]>([
    ["that is missing", undefined, "no-token"],
    ["that is no token", "hello", "not-a-token"],
    ["with a fourth part", `${sent.token}.x`, "not-a-token"],
    ["that is far too long", `${sent.token}${"a".repeat(5000)}`, "not-a-token"],
    ["without an algorithm", `${part({ ...read(header), alg: "none" })}.${claims}.${signature}`, "algorithm"],
    ["with an empty signature", `${part({ ...read(header), alg: "none" })}.${claims}.`, "not-a-token"],
    ["with another algorithm", `${part({ ...read(header), alg: "HS256" })}.${claims}.${signature}`, "algorithm"],
    ["of another type", `${part({ ...read(header), typ: "JWT" })}.${claims}.${signature}`, "algorithm"],
    ["with a critical extension", `${part({ ...read(header), crit: ["b64"] })}.${claims}.${signature}`, "algorithm"],
    ["of a key that nobody knows", `${part({ ...read(header), kid: "other" })}.${claims}.${signature}`, "unknown-key"],
    ["with changed claims", `${header}.${part({ ...read(claims), tool: "refund" })}.${signature}`, "signature"],
    ["with a changed signature", `${header}.${claims}.${"A".repeat(signature.length)}`, "signature"],
  ])("%s is refused", async (_, token, code) => {
    expect(await verifyGrant({ ...sent.request, token }, options())).toMatchObject({ ok: false, code });
  });

  test("by another key is refused, also when it brings that key along or names the known one", async () => {
    const pair = await thief;
    if (!("privateKey" in pair)) throw new Error("No pair.");
    const jwk = await crypto.subtle.exportKey("jwk", pair.publicKey);
    const forge = (kid: string) =>
      new SignJWT(read(claims))
        .setProtectedHeader({
          alg: "EdDSA",
          typ: "gatehouse-grant+jwt",
          kid,
          jwk: { kty: "OKP", crv: "Ed25519", x: jwk.x ?? "" },
        })
        .sign(pair.privateKey);
    const check = async (kid: string) => verifyGrant({ ...sent.request, token: await forge(kid) }, options());
    expect(await check("mine")).toMatchObject({ ok: false, code: "unknown-key" });
    expect(await check(known?.kid ?? "")).toMatchObject({ ok: false, code: "signature" });
  });

  test("with the public key as a shared secret is refused", async () => {
    const secret = new TextEncoder().encode(known?.x);
    const token = await new SignJWT(read(claims))
      .setProtectedHeader({ alg: "HS256", typ: "gatehouse-grant+jwt", kid: known?.kid ?? "" })
      .sign(secret);
    expect(await verifyGrant({ ...sent.request, token }, options())).toMatchObject({ ok: false, code: "algorithm" });
  });

  test("by the known key is refused where it lacks a claim or lasts too long", async () => {
    const pair = await thief;
    if (!("privateKey" in pair)) throw new Error("No pair.");
    const { x = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
    const keys = { keys: [{ kty: "OKP", crv: "Ed25519", x, kid: "k" }] };
    const check = async (change: object) => {
      const token = await new SignJWT({ ...read(claims), ...change })
        .setProtectedHeader({ alg: "EdDSA", typ: "gatehouse-grant+jwt", kid: "k" })
        .sign(pair.privateKey);
      return verifyGrant({ ...sent.request, token }, { ...options(), keys });
    };
    expect(await check({})).toMatchObject({ ok: true });
    for (const name of ["jti", "req", "args", "grant", "exp"])
      expect(await check({ [name]: undefined })).toMatchObject({ ok: false, code: "claims" });
    expect(await check({ exp: read(claims).iat + 7200 })).toMatchObject({ ok: false, code: "too-long" });
  });
});

test("what is remembered is forgotten when its token has ended", () => {
  let now = 0;
  const once = rememberOnce(() => now);
  expect([once("a", 10), once("a", 10), once("b", 20)]).toEqual([true, false, true]);
  now = 10;
  expect([once("a", 30), once("b", 20)]).toEqual([true, false]);
});
