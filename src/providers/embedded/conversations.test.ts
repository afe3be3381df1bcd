import { describe, expect, test } from "vitest";
import { converse, searchKnowledge, shop, shopDocuments, shopTools } from "./shop.fixture.ts";

interface Case {
  readonly name: string;
  readonly said: readonly string[];
  readonly calls: readonly (readonly [tool: string, args: Record<string, unknown>])[];
  /** What the last reply contains. */
  readonly reply: RegExp;
}

const cases: readonly Case[] = [
  {
    name: "asks for the order number, then looks it up",
    said: ["where is my order?", "A1001"],
    calls: [["look_up_order", { orderId: "A1001" }]],
    reply: /^Your trail shoes is shipped\. DHL delivers on 2026-11-25\.$/,
  },
  {
    name: "reads the number inside a sentence, in small letters",
    said: ["where is my order?", "its a1001 i think"],
    calls: [["look_up_order", { orderId: "A1001" }]],
    reply: /trail shoes/,
  },
  {
    name: "fills a refund from one message",
    said: ["I want a refund of 40 EUR for order A1001 because the shoes are too small"],
    calls: [["refund", { orderId: "A1001", amount: 40, currency: "EUR", reason: "the shoes are too small" }]],
    reply: /refunded 40 EUR for order A1001/,
  },
  {
    name: "reads thousands and cents",
    said: ["Please refund 4,800.00 EUR for A1001"],
    calls: [["refund", { orderId: "A1001", amount: 4800, currency: "EUR" }]],
    reply: /4800 EUR/,
  },
  {
    name: "looks the order up when the amount is not said",
    said: ["Refund order A1001"],
    calls: [
      ["look_up_order", { orderId: "A1001" }],
      ["refund", { orderId: "A1001", amount: 89.9, currency: "EUR" }],
    ],
    reply: /89\.9 EUR/,
  },
  {
    name: "keeps the goal over two sentences",
    said: ["The lamp in order A1007 arrived broken. Can I get my money back?"],
    calls: [
      ["look_up_order", { orderId: "A1007" }],
      ["refund", { orderId: "A1007", amount: 480, currency: "EUR", reason: "The lamp in order A1007 arrived broken" }],
    ],
    reply: /480 EUR for order A1007/,
  },
  {
    name: "asks which order to refund",
    said: ["I want my money back"],
    calls: [],
    reply: /Could you tell me your order number \(like A1001\)\?/,
  },
  {
    name: "carries the reason over the question",
    said: ["I want my money back because it is scratched", "A1002"],
    calls: [
      ["look_up_order", { orderId: "A1002" }],
      ["refund", { orderId: "A1002", amount: 40, currency: "EUR", reason: "it is scratched" }],
    ],
    reply: /40 EUR/,
  },
  {
    name: "remembers the order of an earlier turn",
    said: ["where is A1002", "I want my money back for it"],
    calls: [
      ["look_up_order", { orderId: "A1002" }],
      ["refund", { orderId: "A1002", amount: 40, currency: "EUR" }],
    ],
    reply: /40 EUR/,
  },
  {
    name: "lists orders",
    said: ["show my orders"],
    calls: [["list_orders", {}]],
    reply: /You have 3 orders:\n- A1001/,
  },
  {
    name: "writes an e-mail from one message",
    said: ["send an email to bob@example.com saying the parcel is late"],
    calls: [["send_email", { to: "bob@example.com", subject: "The parcel is late", body: "the parcel is late" }]],
    reply: /e-mail to bob@example\.com/,
  },
  {
    name: "asks for the text of an e-mail and makes the subject of it",
    said: ["please email anna@example.com", "The kettle arrives tomorrow."],
    calls: [
      [
        "send_email",
        { to: "anna@example.com", subject: "The kettle arrives tomorrow", body: "The kettle arrives tomorrow." },
      ],
    ],
    reply: /anna@example\.com/,
  },
  {
    name: "looks details up before it mails them",
    said: ["Can you email me the details of order A1001?", "nora@example.com"],
    calls: [
      ["look_up_order", { orderId: "A1001" }],
      [
        "send_email",
        {
          to: "nora@example.com",
          subject: "Your trail shoes is shipped. DHL",
          body: "Your trail shoes is shipped. DHL delivers on 2026-11-25.",
        },
      ],
    ],
    reply: /nora@example\.com/,
  },
  {
    name: "copies a placeholder for a hidden address",
    said: ["send an email to ⟦email 1⟧ saying hi"],
    calls: [["send_email", { to: "⟦email 1⟧", subject: "Hi", body: "hi" }]],
    reply: /⟦email 1⟧/,
  },
  {
    name: "does two things that one sentence asks for",
    said: ["Please refund A1002 and email bob@example.com that it is done"],
    calls: [
      ["look_up_order", { orderId: "A1002" }],
      ["refund", { orderId: "A1002", amount: 40, currency: "EUR" }],
      ["send_email", { to: "bob@example.com", subject: "It is done", body: "it is done" }],
    ],
    reply: /refunded 40 EUR.*bob@example\.com/,
  },
  {
    name: "knows an order of a list by what it holds",
    said: ["show my orders", "refund the kettle please"],
    calls: [
      ["list_orders", {}],
      ["refund", { orderId: "A1002", amount: 40, currency: "EUR" }],
    ],
    reply: /40 EUR/,
  },
  {
    name: "asks which order of a list is meant",
    said: ["show my orders", "refund it please"],
    calls: [["list_orders", {}]],
    reply: /your order number/,
  },
  {
    name: "takes no card number for an amount",
    said: ["My card is 4111 1111 1111 1111, please refund A1002"],
    calls: [
      ["look_up_order", { orderId: "A1002" }],
      ["refund", { orderId: "A1002", amount: 40, currency: "EUR" }],
    ],
    reply: /40 EUR/,
  },
  {
    name: "takes no time span for an amount",
    said: ["refund A1002 within 30 days"],
    calls: [
      ["look_up_order", { orderId: "A1002" }],
      ["refund", { orderId: "A1002", amount: 40, currency: "EUR" }],
    ],
    reply: /40 EUR/,
  },
  {
    name: "says plainly what no tool does",
    said: ["cancel my order A1001"],
    calls: [],
    reply: /^I cannot cancel that\./,
  },
  {
    name: "cannot fetch a person",
    said: ["I want to talk to a real person"],
    calls: [],
    reply: /cannot call a person/,
  },
  {
    name: "drops an open question when something else is wanted",
    said: ["where is my order?", "never mind"],
    calls: [],
    reply: /I leave it at that/,
  },
  {
    name: "turns to a new request in the middle of a question",
    said: ["where is my order?", "show all my orders"],
    calls: [["list_orders", {}]],
    reply: /3 orders/,
  },
  {
    name: "says that an order does not exist",
    said: ["where is order B9999"],
    calls: [["look_up_order", { orderId: "B9999" }]],
    reply: /There is no order B9999/,
  },
  {
    name: "answers from a document and cites it",
    said: ["do you ship to Norway?"],
    calls: [],
    reply: /Norway and Switzerland.*\(Source: Shipping\)/,
  },
  {
    name: "takes a question about refunds for a question",
    said: ["What is your refund policy?"],
    calls: [],
    reply: /Source: Refund policy/,
  },
  {
    name: "declines what it does not know",
    said: ["What is the capital of France?"],
    calls: [],
    reply: /^That is not in my knowledge\. I can do this: Look up order/,
  },
  { name: "says what it is", said: ["are you an AI?"], calls: [], reply: /no AI model/ },
  {
    name: "greets and goes on",
    said: ["Hello, where is order A1001?"],
    calls: [["look_up_order", { orderId: "A1001" }]],
    reply: /trail shoes/,
  },
  { name: "is polite", said: ["thank you so much!"], calls: [], reply: /welcome/ },
];

describe("a conversation with the shop", () => {
  test.each(cases)("$name", async ({ said, calls, reply }) => {
    const world = shop();
    const { replies } = await converse(world, said, { documents: shopDocuments });
    expect(world.calls.map(({ tool, arguments: args }) => [tool, args])).toEqual(calls);
    expect(replies.at(-1)).toMatch(reply);
  });

  test("a knowledge tool answers with a citation when the request brings no documents", async () => {
    const world = shop();
    const chat = await converse(world, ["how long is the warranty?"], { tools: [...shopTools, searchKnowledge] });
    expect(world.calls).toEqual([{ tool: "search_knowledge", arguments: { query: "how long is the warranty?" } }]);
    expect(chat.replies[0]).toMatch(/two years.*Source: Warranty/);
    expect(chat.sources).toEqual(["warranty"]);
  });

  test("a denied call is said so, and not tried again", async () => {
    const world = { ...shop(), denied: ["refund"] };
    const { replies } = await converse(world, ["refund 40 EUR for order A1001"]);
    expect(world.calls.length).toBe(1);
    expect(replies).toEqual(["I am sorry, I may not do that (Refund). A support lead decides about this."]);
  });

  test("a tool that the request does not offer is never called", async () => {
    const world = shop();
    await converse(world, ["refund 40 EUR for order A1001"], {
      tools: shopTools.filter(({ name }) => name !== "refund"),
    });
    expect(world.calls.map(({ tool }) => tool)).not.toContain("refund");
  });

  test("two texts that fit equally are offered as a choice", async () => {
    const documents = [
      { id: "a", title: "Parking in Leipzig", text: "Parking costs two euros." },
      { id: "b", title: "Parking in Berlin", text: "Parking costs five euros." },
    ];
    const { replies, sources } = await converse(shop(), ["parking fee please"], { documents, tools: [] });
    expect(replies[0]).toContain("Did you mean “Parking in Leipzig” or “Parking in Berlin”?");
    expect(sources).toEqual(["a", "b"]);
  });
});
