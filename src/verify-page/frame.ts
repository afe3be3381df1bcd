/** The two moving parts of the page, as they stand between their tags. */
export interface PageParts {
  readonly style: string;
  readonly script: string;
}

/**
 * The whole file. The page uses the same function to say its own SHA-256: it can read its style and its script, and everything
 * else follows from them. `hashOf` gives the base64 SHA-256 of a text, by which the policy names the one style and the one script.
 */
export function pageOf({ style, script }: PageParts, hashOf: (text: string) => string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(script)}'`,
    `style-src 'sha256-${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Gatehouse: check a record</title>
${element("style", style)}
</head>
<body>
<noscript>This page checks a Gatehouse bundle with a script that it carries inside. Allow scripts for this file, or run “gatehouse verify”.</noscript>
${element("script", script)}
</body>
</html>
`;
}

/** Not written out, because this text is itself part of the script, where a browser would take the tag for the script's end. */
function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}
