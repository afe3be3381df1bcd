import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { buildPage } from "./build-page.ts";
import { pageOf } from "./frame.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64");

test(
  "the page is one file that runs its own script and nothing else, and can say its own digest",
  { timeout: 120_000 },
  async () => {
    const { html } = await buildPage();
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html) ?? [];
    const [, style = ""] = /<style>([^]*?)<\/style>/u.exec(html) ?? [];
    const [, script = ""] = /<script>([^]*?)<\/script>/u.exec(html) ?? [];
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hashOf(script)}'; style-src 'sha256-${hashOf(style)}'; base-uri 'none'; form-action 'none'`,
    );
    // What the page works out from the style and the script that it finds in itself is the file, byte for byte.
    expect(pageOf({ style, script }, hashOf)).toBe(html);
    expect(html).not.toMatch(
      /https?:\/\/(?!www\.w3\.org|json-schema\.org)[a-z]|\.innerHTML|insertAdjacentHTML|document\.write/u,
    );
    expect(html.length).toBeLessThan(300_000);
    expect((await buildPage()).html).toBe(html);
  },
);
