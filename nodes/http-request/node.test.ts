import type { JsonObject } from "#engine";
import { defaultRule } from "#pillars/privileges";
import { expect, test } from "vitest";
import { httpRequest } from "./index.ts";

const stock: JsonObject = {
  name: "look_up_stock",
  description: "Looks up how many pieces of a product are in stock.",
  address: "https://shop.example/stock/{productId}",
  arguments: [{ name: "productId" }],
};
const toolOf = (config: JsonObject) => httpRequest.toolsFor(config)[0];
const errors = (config: JsonObject) =>
  httpRequest.remarksOn(config).flatMap(({ severity, message }) => (severity === "error" ? [message] : []));

test("is a tool whose effect and roles are read off it", () => {
  expect(toolOf(stock)).toMatchObject({
    name: "look_up_stock",
    title: "Look up stock",
    effect: "read",
    roles: { productId: "id" },
    infersOrigins: true,
    remote: { origin: "https://shop.example", method: "GET", proves: true },
  });
  expect(httpRequest.summarise(stock)).toBe("Reads from shop.example");
});

test("counts as changing something when its method does, and as destroying when that does", () => {
  expect(toolOf({ ...stock, method: "POST" })?.effect).toBe("write");
  expect(toolOf({ ...stock, method: "DELETE" })?.effect).toBe("delete");
  const [tool] = httpRequest.toolsFor({ ...stock, method: "DELETE" });
  expect(tool && defaultRule(tool).allow).toBe("never");
});

test("takes a person's word on effect and roles, for arguments that there are", () => {
  const corrected = { ...stock, method: "POST", effect: "read", roles: { productId: "target", gone: "flag" } };
  expect(toolOf(corrected)).toMatchObject({ effect: "read", roles: { productId: "target" } });
  expect(toolOf(corrected)?.roles).not.toHaveProperty("gone");
});

test("requires what stands in the path", () => {
  const optional = {
    ...stock,
    arguments: [
      { name: "productId", required: false },
      { name: "size", required: false },
    ],
  };
  expect(toolOf(optional)?.inputSchema["required"]).toEqual(["productId"]);
});

test.each<[string, JsonObject, string]>([
  ["no address", { address: "" }, "Write the address that it calls."],
  ["a path alone", { address: "/stock" }, "Write the whole address"],
  ["an argument for a host", { address: "https://{host}.example/x" }, "Write the whole address"],
  ["an argument for a port", { address: "https://shop.example:{port}/x" }, "Write the whole address"],
  ["a user name", { address: "https://shop.example@evil.example/" }, "Write the whole address"],
  ["a host in an odd form", { address: "https://0x7f.1/x" }, "Write the whole address"],
  ["an open brace", { address: "https://shop.example/{product" }, "A { or } in the address"],
  ["an argument as a name in the query", { address: "https://shop.example/?{productId}=1" }, "A { or } in the address"],
  ["an argument that is not there", { address: "https://shop.example/{other}" }, "The address names other"],
  [
    "a key written out",
    { headers: [{ name: "Authorization", value: "Bearer x" }] },
    "What authorization carries is a secret.",
  ],
  ["a header of the browser's", { headers: [{ name: "Host", value: "x" }] }, "The header host cannot be set here."],
  [
    "a key for a grant",
    { secret: { name: "a", header: "Gatehouse-Grant" } },
    "The key cannot be sent as gatehouse-grant.",
  ],
])("says what is wrong with %s", (_, change, sentence) => {
  const config = { ...stock, ...change };
  expect(errors(config).join()).toContain(sentence);
});

test("is no tool as long as its address cannot be read", () => {
  for (const address of ["", "ftp://shop.example/", "https://shop.example/{other}", "https://shop.example/#x"])
    expect(httpRequest.toolsFor({ ...stock, address })).toEqual([]);
});
