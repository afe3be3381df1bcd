import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeAddress } from "./address.ts";
import { createEgress, keyPlaceholder, placeholderFor } from "./egress.ts";
import type { AllowedOrigin, EgressParts } from "./egress.ts";

const key = "sk-canary-7f3a9";

/** A server that remembers what reached it, behind an egress that allows what the test says. */
function gate(allowed: readonly AllowedOrigin[], parts: Partial<EgressParts> = {}) {
  const seen: { readonly url: string; readonly init: RequestInit; readonly headers: Headers }[] = [];
  const egress = createEgress({
    allow: (origin) => allowed.find((entry) => entry.origin === origin),
    secret: async (ref, origin) => (ref === "main" && origin === "https://api.example.com" ? key : undefined),
    fetch: async (input, init = {}) => {
      seen.push({
        url: input instanceof Request ? input.url : input.toString(),
        init,
        headers: new Headers(init.headers),
      });
      return new Response("ok");
    },
    ...parts,
  });
  return { egress, seen };
}

const api: AllowedOrigin = { origin: "https://api.example.com", configuredByPerson: true, secretRef: "main" };
const authorised = { headers: { authorization: `Bearer ${keyPlaceholder}`, "user-agent": "sdk/1" } };

describe("addresses", () => {
  test.each([
    "http://127.0.0.1/",
    "http://127.1.2.3:8080/",
    "http://localhost/",
    "http://LOCALHOST:11434/",
    "http://app.localhost/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://192.0.2.1/",
    "http://203.0.113.9/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://printer/",
    "http://nas.local/",
    "http://metadata.google.internal/",
    "http://router.lan/",
    "http://box.home.arpa/",
  ])("%s is local", (address) => {
    expect(judgeAddress(address).kind).toBe("local");
  });

  test.each([
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0/",
    "http://127.0.0.01/",
    "http://%31%32%37.0.0.1/",
    "http://１２７.0.0.1/",
    "http://127。0。0。1/",
    "http://①②⑦.0.0.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::1%25eth0]/",
    "http://127.0.0.1./",
    "http://localhost./",
    "https://api.example.com./",
    "https://user@api.example.com/",
    "https://user:pass@api.example.com/",
    "https://api.example.com@127.0.0.1/",
    "https://api.example.com\\@127.0.0.1/",
    "https:\\\\127.0.0.1/",
    "https:/127.0.0.1/",
    "https:127.0.0.1",
    "https:///127.0.0.1/",
    "//127.0.0.1/",
    " http://127.0.0.1/",
    "http://127.0.0.1\t/",
    "http://loc\nalhost/",
    "https://аpi.example.com/",
    "https://api.exаmple.com/",
    "https://faß.de/",
    "https://api%2eexample.com/",
    "https://API%2Eexample.com/",
    "ftp://api.example.com/",
    "file:///etc/passwd",
    "data:text/plain,hi",
    "javascript:alert(1)",
    "blob:https://api.example.com/1",
    "ws://api.example.com/",
    "",
    "api.example.com",
    "https://",
    "https://[::1",
    "https://exa mple.com/",
    "https://api.example.com:99999/",
  ])("%j is odd", (address) => {
    expect(judgeAddress(address).kind).toBe("odd");
  });

  test.each([
    "https://xn--pi-6kc.example.com/",
    "https://xn--80ak6aa92e.com/",
    "https://127.0.0.1.nip.example/",
    "https://app-10-0-0-1.example.com/",
  ])("%s is unusual", (address) => {
    expect(judgeAddress(address).kind).toBe("unusual");
  });

  test.each([
    "https://api.example.com/v1?x=1#y",
    "https://API.Example.COM/v1",
    "https://api.example.com:443/",
    "https://8.8.8.8/",
    "https://172.32.0.1/",
    "https://100.128.0.1/",
    "https://[2606:4700::1111]/",
    "https://local.example.com/",
  ])("%s is public", (address) => {
    expect(judgeAddress(address).kind).toBe("public");
  });

  test("a password in an address is named as such", () => {
    expect(judgeAddress("https://user:pass@api.example.com/")).toEqual({
      kind: "odd",
      why: "It holds a user name or password.",
    });
  });

  test("no spelling of a local IPv4 address is taken for public", () => {
    const part = (value: number) =>
      fc.constantFrom(String(value), `0x${value.toString(16)}`, `0${value.toString(8)}`, `00${value}`);
    const local = fc.tuple(fc.constantFrom(10, 127), fc.nat(255), fc.nat(255), fc.nat(255));
    const spelled = local.chain(([a, b, c, d]) =>
      fc.oneof(
        fc.tuple(part(a), part(b), part(c), part(d)).map((parts) => parts.join(".")),
        fc.constant(String(((a * 256 + b) * 256 + c) * 256 + d)),
        fc.constant(`0x${(((a * 256 + b) * 256 + c) * 256 + d).toString(16)}`),
        fc.constant(`${a}.${b}.${c * 256 + d}`),
        fc.constant(`[::ffff:${a}.${b}.${c}.${d}]`),
      ),
    );
    fc.assert(
      fc.property(spelled, (host) => judgeAddress(`https://${host}/`).kind !== "public"),
      { numRuns: 1000 },
    );
  });

  test("a public verdict never changes the host as written", () => {
    const host = fc.oneof(
      fc.domain().map((name) => `https://${name}/`),
      fc.string().map((text) => `https://${text}`),
    );
    fc.assert(
      fc.property(host, (address) => {
        const verdict = judgeAddress(address);
        if (verdict.kind === "public") expect(address.toLowerCase()).toContain(verdict.url.hostname);
      }),
    );
  });
});

describe("what may leave", () => {
  test("an allowed origin is reached, without redirects, cookies or a referrer", async () => {
    const { egress, seen } = gate([api]);
    await egress("https://api.example.com/v1/chat", { method: "POST", body: "{}" });
    expect(seen[0]).toMatchObject({
      url: "https://api.example.com/v1/chat",
      init: { method: "POST", redirect: "manual", credentials: "omit", referrerPolicy: "no-referrer" },
    });
  });

  test.each([
    ["https://evil.example/", "not-allowed"],
    ["https://api.example.com:8443/", "not-allowed"],
    ["https://api.example.com.evil.example/", "not-allowed"],
    ["http://api.example.com/", "not-allowed"],
    ["http://127.0.0.1:11434/", "local"],
    ["http://2130706433/", "odd-address"],
    ["https://user@api.example.com/", "odd-address"],
    ["https://xn--pi-6kc.example.com/", "odd-address"],
  ])("%s is refused as %s before anything is sent", async (address, code) => {
    const { egress, seen } = gate([api]);
    await expect(egress(address, authorised)).rejects.toMatchObject({ name: "EgressError", code });
    expect(seen).toEqual([]);
  });

  test("a Request object is refused: its address is no longer seen as written", async () => {
    const { egress, seen } = gate([api]);
    await expect(egress(new Request("https://api.example.com/"))).rejects.toMatchObject({ code: "odd-address" });
    expect(seen).toEqual([]);
  });

  test("a local origin is reached only if a person configured that very one", async () => {
    const ollama = { origin: "http://localhost:11434", configuredByPerson: true };
    const { egress, seen } = gate([ollama, { origin: "http://10.0.0.5", configuredByPerson: false }]);
    await egress("http://localhost:11434/v1/models", authorised);
    await expect(egress("http://localhost:8080/")).rejects.toMatchObject({ code: "local" });
    await expect(egress("http://127.0.0.1:11434/")).rejects.toMatchObject({ code: "local" });
    await expect(egress("http://10.0.0.5/")).rejects.toMatchObject({ code: "local" });
    expect(seen.length).toBe(1);
    expect(seen[0]?.headers.has("authorization")).toBe(false);
  });

  test("a public origin without encryption is refused even if it is configured", async () => {
    const { egress } = gate([{ origin: "http://api.example.com", configuredByPerson: true, secretRef: "main" }]);
    await expect(egress("http://api.example.com/", authorised)).rejects.toMatchObject({ code: "unencrypted" });
  });

  test("an allow-list that answers for another origin is not believed", async () => {
    const { egress, seen } = gate([], { allow: () => api });
    await expect(egress("https://evil.example/", authorised)).rejects.toMatchObject({ code: "not-allowed" });
    expect(seen).toEqual([]);
  });

  test.each([
    new Response(null, { status: 302, headers: { location: "http://169.254.169.254/" } }),
    Object.defineProperty(new Response("ok"), "redirected", { value: true }),
  ])("a redirect that slipped through is refused", async (response) => {
    const { egress } = gate([api], { fetch: async () => response });
    await expect(egress("https://api.example.com/")).rejects.toMatchObject({ code: "redirect" });
  });
});

describe("keys", () => {
  test("the placeholder becomes the key, and the user agent goes", async () => {
    const { egress, seen } = gate([api]);
    await egress("https://api.example.com/", authorised);
    expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${key}`);
    expect(seen[0]?.headers.has("user-agent")).toBe(false);
  });

  test("a key is not sent to an origin it is not bound to", async () => {
    const { egress, seen } = gate([
      { origin: "https://other.example.com", configuredByPerson: true, secretRef: "main" },
    ]);
    await expect(egress("https://other.example.com/", authorised)).rejects.toMatchObject({ code: "missing-key" });
    expect(seen).toEqual([]);
  });

  test("two keys of one origin are told apart by name", async () => {
    const keys: Readonly<Record<string, string>> = { "work.key-1": "sk-work", private: "sk-private" };
    const { egress, seen } = gate([api], { secret: async (ref) => keys[ref] });
    await egress("https://api.example.com/", { headers: { "x-api-key": placeholderFor("work.key-1") } });
    await egress("https://api.example.com/", { headers: { "x-api-key": placeholderFor("private") } });
    expect(seen.map(({ headers }) => headers.get("x-api-key"))).toEqual(["sk-work", "sk-private"]);
    await expect(
      egress("https://api.example.com/", { headers: { "x-api-key": placeholderFor("nobody") } }),
    ).rejects.toMatchObject({ code: "missing-key" });
    expect(seen.length).toBe(2);
  });

  test("a key that looks like a pattern or a placeholder is sent as it is", async () => {
    const { egress, seen } = gate([api], { secret: async () => `$&${keyPlaceholder}$1` });
    await egress("https://api.example.com/", authorised);
    expect(seen[0]?.headers.get("authorization")).toBe(`Bearer $&${keyPlaceholder}$1`);
  });

  test("the placeholder in the address or the body stays what it is", async () => {
    const { egress, seen } = gate([api]);
    await egress(`https://api.example.com/?key=${keyPlaceholder}`, { method: "POST", body: keyPlaceholder });
    expect(JSON.stringify(seen)).not.toContain(key);
  });

  test.each([
    {
      name: "the network fails with the header in its message",
      parts: { fetch: async () => Promise.reject(new TypeError(`invalid header Bearer ${key}`)) },
    },
    { name: "the key cannot stand in a header", parts: { secret: async () => `${key}\nX-Evil: 1` } },
    {
      name: "the key store fails with the key in its message",
      parts: { secret: async () => Promise.reject(new Error(key)) },
    },
  ])("no error tells the key when $name", async ({ parts }) => {
    const { egress } = gate([api], parts);
    const error: unknown = await egress("https://api.example.com/", authorised).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "EgressError" });
    const told =
      error instanceof Error ? [error.message, error.stack, JSON.stringify(error), String(error.cause)].join("\n") : "";
    expect(told).not.toContain(key);
  });

  test("a stopped request ends as stopped", async () => {
    const abort = new AbortController();
    abort.abort();
    const { egress } = gate([api], { fetch: async () => Promise.reject(new Error("aborted")) });
    await expect(egress("https://api.example.com/", { signal: abort.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});
