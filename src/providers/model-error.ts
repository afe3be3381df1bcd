/** Why a model gave no usable answer, with what the person can do about it. */
const sentencesByCode = {
  "missing-key": "This connection has no key. Add one in Settings.",
  auth: "The provider refused the key. Check it, or make a new one.",
  credit: "The account with this provider has no credit left. Top it up, or choose another model.",
  "model-not-found": "The provider does not know this model. Choose another one.",
  "unknown-model": "No connection offers this model. Choose another one, or add the connection in Settings.",
  "rate-limit": "The provider asks to slow down. Try again in a minute.",
  "too-long": "The conversation is too long for this model. Start a new one, or choose a model that reads more.",
  "bad-request": "The provider did not accept the request. The model may not support tools or this setting.",
  server: "The provider has a problem at the moment. Try again later.",
  network:
    "The provider could not be reached. Check the address, the network, and whether it allows calls from a browser.",
  refused: "This address is not allowed. Add it to the connection first.",
  "bad-answer": "The model gave an answer that cannot be read. Try again, or choose another model.",
  aborted: "The answer was stopped.",
  "script-ended": "The scripted model has no turn left for this request.",
} as const;

export type ModelErrorCode = keyof typeof sentencesByCode;

/** A failure of a model. Carries no cause, request, header or key: its text may be shown and recorded. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode) {
    super(sentencesByCode[code]);
    this.code = code;
  }
}
