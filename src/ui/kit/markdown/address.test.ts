import { describe, expect, it } from "vitest";
import { openableAddress, placeOf } from "./address.ts";

describe("the address behind a link", () => {
  it.each(["https://example.com/a?b=1", "http://127.0.0.1:8080/", "mailto:nora@example.com"])("opens %s", (href) => {
    expect(openableAddress(href)?.href).toBe(href);
  });

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.com/1",
    "https://bank.example@evil.example/",
    "//evil.example/",
    "/settings",
    "",
    undefined,
  ])("refuses %s", (href) => {
    expect(openableAddress(href)).toBeUndefined();
  });

  it("names where it leads by the host that is really asked", () => {
    const url = openableAddress("https://bank.example.evil.example:444/login");
    expect(url && placeOf(url)).toBe("bank.example.evil.example:444");
  });
});
