const sentences = {
  "model-unreadable":
    "The firewall's text model is damaged or of another version, so nothing can be inspected. Reload the page.",
  "model-foreign": "The firewall's text model is not the one that this version was measured with. Reload the page.",
} as const;
export type FirewallErrorCode = keyof typeof sentences;

/** The firewall cannot work at all. What it finds in a text is never an error but a verdict. */
export class FirewallError extends Error {
  override readonly name = "FirewallError";
  readonly code: FirewallErrorCode;

  constructor(code: FirewallErrorCode, cause?: unknown) {
    super(sentences[code], { cause });
    this.code = code;
  }
}
