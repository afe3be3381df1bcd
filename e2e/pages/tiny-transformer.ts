/**
 * A text classifier of a few hundred bytes, made as in src/hosts/transformer/tiny-model.fixture.ts: "charge" is an attack to it,
 * "order" is none.
 */
export const tinyTransformer = {
  model: Buffer.from(
    "CAg6jgIKIAoFd29yZHMKCWlucHV0X2lkcxIEc2VlbiIGR2F0aGVyCjcKBHNlZW4SBmxvZ2l0cyIJUmVkdWNlTWF4KgsKBGF4ZXNAAaABByoPCghrZWVw" +
      "ZGltcxgAoAECEgR0aW55KjcIBQgCEAFCBXdvcmRzSigAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKBAAACgwAAAAMEAAABBWiYKCWlucHV0X2lkcxIZ" +
      "ChcIBxITCgcSBXRleHRzCggSBnRva2Vuc1orCg5hdHRlbnRpb25fbWFzaxIZChcIBxITCgcSBXRleHRzCggSBnRva2Vuc2IdCgZsb2dpdHMSEwoRCAES" +
      "DQoHEgV0ZXh0cwoCCAJCBAoAEBE=",
    "base64",
  ),
  tokenizer: Buffer.from(
    JSON.stringify({
      version: "1.0",
      added_tokens: [],
      normalizer: { type: "Lowercase" },
      pre_tokenizer: { type: "Whitespace" },
      post_processor: null,
      decoder: null,
      model: {
        type: "WordPiece",
        vocab: { "[UNK]": 0, "[CLS]": 1, "[SEP]": 2, order: 3, charge: 4 },
        unk_token: "[UNK]",
        continuing_subword_prefix: "##",
        max_input_chars_per_word: 100,
      },
    }),
  ),
} as const;
