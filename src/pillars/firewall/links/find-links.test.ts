import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLinks, openLink } from "./find-links.ts";

describe("links of a text", () => {
  it.each([
    ["see [docs](https://a.example/x 'title') now", "link", "https://a.example/x", "](https://a.example/x 'title')"],
    ["![a\\]b](<https://a.example/p.png>)", "image", "https://a.example/p.png", "![a\\]b](<https://a.example/p.png>)"],
    ["[a]: https://a.example/p", "definition", "https://a.example/p", "[a]: https://a.example/p"],
    ["<img alt=x src='//a.example/p'>", "image", "//a.example/p", "<img alt=x src='//a.example/p'>"],
    ["<a href=https://a.example/>x</a>", "link", "https://a.example/", "<a href=https://a.example/>"],
    ["b { background: url( 'https://a.example/p' ) }", "image", "https://a.example/p", "url( 'https://a.example/p' )"],
    ["go to www.a.example/x.", "bare", "www.a.example/x", "www.a.example/x"],
  ])("%s", (text, form, url, stretch) => {
    expect(findLinks(text).map((link) => [link.form, link.url, text.slice(link.start, link.end)])).toEqual([
      [form, url, stretch],
    ]);
  });

  it("are reported once, the longest form first, but every attribute that fetches counts", () => {
    expect(findLinks("[x](https://a.example/)").length).toBe(1);
    expect(findLinks("<img src=data:x srcset=https://a.example/p>").map((link) => link.url)).toEqual([
      "data:x",
      "https://a.example/p",
    ]);
  });

  it("take one pass, whatever the text repeats", () => {
    for (const part of ["](", "[](", "![a](", "<img src=", "url(", "src=", "![\\]", "<a href=x "]) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      expect(findLinks(`${text}${"x ".repeat(400)})>`).length).toBeLessThan(text.length);
      expect(openLink(text)).toBeLessThanOrEqual(text.length);
    }
  });
});

describe("a text that is still arriving", () => {
  const texts = fc.array(
    fc.constantFrom("![", "[", "](", "]", ")", "<", "<img src=", "url(", " ", "\n", "https://a.b/c", "]: ", "\\", ">"),
    { maxLength: 14 },
  );

  it("is held from where a link that its end completes begins", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const text = before.join("");
        const held = openLink(text);
        for (const link of findLinks(text + after.join("")).filter(({ form }) => form !== "bare")) {
          const isCompletedLater = link.start < text.length && link.end > text.length && /\s/u.test(text.slice(-1));
          if (isCompletedLater) expect(held).toBeLessThanOrEqual(link.start);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
