/** Name under which guest code is compiled, to find its lines in a stack. */
export const sourceName = "code.js";

/**
 * Runs inside the guest before its code does, and takes every built-in it needs into local names, so that nothing the code
 * redefines later can reach it. It is a convenience for honest code, not a wall: the driver checks all that it is handed.
 * `send`, `log` and `end` are the driver's functions and appear nowhere else in the guest.
 */
export const prelude = `(function (send, log, end, errorCap) {
"use strict";
const { parse, stringify } = JSON;
const { apply, defineProperty } = Reflect;
const { freeze } = Object;
const NativePromise = Promise, NativeError = Error, NativeTypeError = TypeError, toText = String;
const sliceText = String.prototype.slice, replaceText = String.prototype.replaceAll;
const denials = new WeakSet(), addDenial = denials.add, hasDenial = denials.has;
const waiting = { __proto__: null };
let calls = 0, textCap = 0, room = 0;

function call(tool, argument) {
  return new NativePromise((resolve, reject) => {
    if (typeof tool !== "string") throw new NativeTypeError("host.call needs the name of a tool as text.");
    const text = stringify(argument === undefined ? null : argument);
    if (typeof text !== "string") throw new NativeTypeError("The argument of host.call cannot be written as JSON.");
    const id = ++calls;
    waiting[id] = { __proto__: null, resolve, reject };
    const refused = send(id, tool, text);
    if (refused === undefined) return;
    delete waiting[id];
    throw new NativeError(refused);
  });
}

function answer(id, ok, text, isDenial) {
  const call = waiting[id];
  if (call === undefined) return;
  delete waiting[id];
  if (ok) return call.resolve(parse(text));
  const error = new NativeError(text);
  if (isDenial) apply(addDenial, denials, [error]);
  call.reject(error);
}

function print(...values) {
  if (room <= 0) return;
  let line = "";
  for (let at = 0; at < values.length && line.length <= textCap; at++) line += (at === 0 ? "" : " ") + show(values[at]);
  room -= line.length + 1;
  log(cut(line, textCap));
}

function show(value) {
  if (typeof value === "string") return cut(value, textCap);
  try {
    const text = typeof value === "object" && value !== null && !(value instanceof NativeError) ? stringify(value) : undefined;
    return cut(typeof text === "string" ? text : toText(value), textCap);
  } catch {
    return "[" + typeof value + "]";
  }
}

/* A NUL would end the text on its way out. */
function cut(text, cap) {
  return apply(replaceText, apply(sliceText, text, [0, cap]), ["\\0", "\\ufffd"]);
}

function property(thrown, name) {
  try {
    const value = thrown[name];
    return typeof value === "string" ? cut(value, errorCap) : "";
  } catch {
    return "";
  }
}

function fail(thrown) {
  const isObject = (typeof thrown === "object" && thrown !== null) || typeof thrown === "function";
  const message = isObject ? property(thrown, "message") : cut(toText(thrown), errorCap);
  const isDenial = isObject && apply(hasDenial, denials, [thrown]);
  end("thrown", isObject ? property(thrown, "name") : "", message, isObject ? property(thrown, "stack") : "", isDenial);
}

async function main(body, input) {
  try {
    const value = await apply(body, undefined, [parse(input)]);
    const text = value === undefined ? "null" : stringify(value);
    if (typeof text === "string") end("value", text);
    else end("not-json");
  } catch (thrown) {
    fail(thrown);
  }
}

/* sfc32 (PractRand, public domain): the algorithm is fixed here, so that a replay on another engine draws the same numbers. */
let a = 0, b = 0, c = 0, d = 0;
function draw() {
  const t = (((a + b) | 0) + d) | 0;
  d = (d + 1) | 0;
  a = b ^ (b >>> 9);
  b = (c + (c << 3)) | 0;
  c = ((c << 21) | (c >>> 11)) + t | 0;
  return t >>> 0;
}
function begin(seedHigh, seedLow, consoleCap) {
  textCap = room = consoleCap;
  a = seedHigh | 0, b = seedLow | 0, c = 0x9e3779b9 | 0, d = 1;
  for (let turn = 0; turn < 12; turn++) draw();
}
Math.random = function random() {
  return ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992;
};

/* Shared memory has no use with one thread, and Atomics is where quickjs #508 (use after free) lies. */
delete globalThis.SharedArrayBuffer;
delete globalThis.Atomics;

const tools = freeze({ call: freeze(call) });
defineProperty(globalThis, "host", { value: tools });
defineProperty(globalThis, "console", {
  value: { log: print, info: print, warn: print, error: print, debug: print }, writable: true, configurable: true,
});
return { begin, main, answer, fail };
})`;
