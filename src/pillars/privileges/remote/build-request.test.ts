import type { JsonObject, RemoteEndpoint } from "#engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildRequest, readAddress } from "../index.ts";

const endpoint = (address: string, method: RemoteEndpoint["method"] = "GET"): RemoteEndpoint => ({
  method,
  address,
  origin: new URL(address).origin,
  headers: { "x-shop": "1" },
  answer: "auto",
  timeoutMs: 1000,
  maxBytes: 1000,
  proves: true,
});

const built = (address: string, args: JsonObject, method?: RemoteEndpoint["method"]) => {
  const answer = buildRequest(endpoint(address, method), args);
  return answer.ok ? answer.request : answer.sentence;
};

describe("a request", () => {
  test("has its arguments in path, query and body, each in its own encoding", () => {
    expect(built("https://a.example/p/{a}/x-{b}?q={c}", { a: "1 2", b: "ü", c: "x&y=z", d: true }, "PUT")).toEqual({
      method: "PUT",
      url: "https://a.example/p/1%202/x-%C3%BC?q=x%26y%3Dz",
      target: "/p/1%202/x-%C3%BC?q=x%26y%3Dz",
      headers: { "x-shop": "1", "content-type": "application/json" },
      body: '{"d":true}',
    });
  });

  test("leaves a part of the query out whose argument was not given", () => {
    expect(built("https://a.example/p?fixed=1&q={c}", {})).toMatchObject({ target: "/p?fixed=1" });
  });

  test("writes a list with commas, and no object", () => {
    expect(built("https://a.example/p", { ids: ["a", "b,c"] })).toMatchObject({ target: "/p?ids=a%2Cb%2Cc" });
    expect(built("https://a.example/p", { ids: { a: 1 } })).toBe("ids cannot stand in an address.");
  });

  test("is not made from half a character or from what is too long", () => {
    expect(built("https://a.example/p", { q: "\ud800" })).toBe("An argument cannot be written in an address.");
    expect(built("https://a.example/p", { q: "x".repeat(9000) })).toBe("The arguments are too long for an address.");
  });

  test("never leaves its origin or its place in the path, whatever the arguments are", () => {
    const address = "https://a.example:8443/base/{a}/end?q={b}";
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const answer = buildRequest(endpoint(address), { a, b });
        if (!answer.ok) return;
        const url = new URL(answer.request.url);
        expect(url.origin).toBe("https://a.example:8443");
        const parts = url.pathname.split("/");
        expect(parts).toHaveLength(4);
        expect([parts[1], parts[3]]).toEqual(["base", "end"]);
        expect(decodeURIComponent(parts[2] ?? "")).toBe(a);
        expect([...url.searchParams]).toEqual([["q", b]]);
      }),
    );
  });
});

test("an address is read in time that grows with its length", () => {
  for (const piece of ["{a", "{a}", "/", "?", "=", "&", "%", "{a}{"])
    expect(readAddress(`https://a.example/${piece.repeat(2000 / piece.length)}`)).toHaveProperty("ok");
});
