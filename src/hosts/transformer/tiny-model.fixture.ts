import { BinaryWriter } from "@bufbuild/protobuf/wire";

// A text classifier of two classes, written here word by word: it knows "charge" as an attack and "order" as none.
// Field numbers are those of onnx.proto (ONNX, IR version 8, opset 17).

type Write = (to: BinaryWriter) => void;

export interface TinyModel {
  readonly inputs?: readonly string[];
  /** Numbers a class of the answer for each word of the vocabulary. */
  readonly classes?: number;
  /** Keeps a number for every token, as a model for something else would. */
  readonly perToken?: boolean;
}

const vocabulary = { "[UNK]": 0, "[CLS]": 1, "[SEP]": 2, order: 3, charge: 4 };
const weights = [
  [0, 0],
  [0, 0],
  [0, 0],
  [5, -5],
  [-8, 8],
];

export function tinyModel({
  inputs = ["input_ids", "attention_mask"],
  classes = 2,
  perToken = false,
}: TinyModel = {}): Uint8Array<ArrayBuffer> {
  const table = weights.flatMap((row) => Array.from({ length: classes }, (_, at) => row[at] ?? 0));
  return bytesOf((model) => {
    number(model, 1, 8);
    nested(model, 7, (graph) => {
      const pooled = perToken
        ? []
        : [
            { name: "axes", value: [1] },
            { name: "keepdims", value: 0 },
          ];
      nested(graph, 1, node("Gather", ["words", "input_ids"], "seen", []));
      nested(graph, 1, node(perToken ? "Identity" : "ReduceMax", ["seen"], "logits", pooled));
      text(graph, 2, "tiny");
      nested(graph, 5, floats("words", [weights.length, classes], table));
      for (const input of inputs) nested(graph, 11, tensor(input, 7, ["texts", "tokens"]));
      nested(graph, 12, tensor("logits", 1, perToken ? ["texts", "tokens", classes] : ["texts", classes]));
    });
    nested(model, 8, (opset) => {
      text(opset, 1, "");
      number(opset, 2, 17);
    });
  });
}

export function tinyTokenizer(): Uint8Array<ArrayBuffer> {
  const mark = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const special = (id: "[CLS]" | "[SEP]") => ({ id, ids: [vocabulary[id]], tokens: [id] });
  const config = {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: { type: "Lowercase" },
    pre_tokenizer: { type: "Whitespace" },
    post_processor: {
      type: "TemplateProcessing",
      single: [mark("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, mark("[SEP]")],
      pair: [],
      special_tokens: { "[CLS]": special("[CLS]"), "[SEP]": special("[SEP]") },
    },
    decoder: null,
    model: {
      type: "WordPiece",
      vocab: vocabulary,
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
    },
  };
  return new TextEncoder().encode(JSON.stringify(config));
}

function bytesOf(write: Write): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  write(writer);
  return new Uint8Array(writer.finish());
}

function nested(to: BinaryWriter, field: number, write: Write): void {
  to.tag(field, 2).fork();
  write(to);
  to.join();
}

function text(to: BinaryWriter, field: number, value: string): void {
  to.tag(field, 2).string(value);
}

function number(to: BinaryWriter, field: number, value: number): void {
  to.tag(field, 0).int64(value);
}

interface Attribute {
  readonly name: string;
  readonly value: number | readonly number[];
}

function node(operator: string, from: readonly string[], to: string, attributes: readonly Attribute[]): Write {
  return (writer) => {
    for (const name of from) text(writer, 1, name);
    text(writer, 2, to);
    text(writer, 4, operator);
    for (const { name, value } of attributes)
      nested(writer, 5, (attribute) => {
        text(attribute, 1, name);
        if (typeof value === "number") number(attribute, 3, value);
        else for (const each of value) number(attribute, 8, each);
        number(attribute, 20, typeof value === "number" ? 2 : 7);
      });
  };
}

function tensor(name: string, type: number, shape: readonly (string | number)[]): Write {
  return (writer) => {
    text(writer, 1, name);
    nested(writer, 2, (of) =>
      nested(of, 1, (described) => {
        number(described, 1, type);
        nested(described, 2, (dimensions) => {
          for (const size of shape)
            nested(dimensions, 1, (one) => (typeof size === "number" ? number(one, 1, size) : text(one, 2, size)));
        });
      }),
    );
  };
}

function floats(name: string, shape: readonly number[], values: readonly number[]): Write {
  return (writer) => {
    for (const size of shape) number(writer, 1, size);
    number(writer, 2, 1);
    text(writer, 8, name);
    writer.tag(9, 2).bytes(new Uint8Array(new Float32Array(values).buffer));
  };
}
