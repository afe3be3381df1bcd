/**
 * Script that runs in the worker beside the guest, before the sandbox's own: it puts the secret where broken-out code would
 * look, and turns the run's end into an escape when a built-in of the worker is no longer what it was.
 */
export function plantScript(canary: string): string {
  const secret = JSON.stringify(canary);
  return `
globalThis.HOST_CANARY = ${secret};
if (typeof process === "object") process.env.HOST_CANARY = ${secret};
{
  const homes = [Object, Array, Function, String, Number, Promise, Map, Set, RegExp, Error, Reflect, JSON, Math]
    .flatMap((home) => (home.prototype ? [home, home.prototype] : [home]));
  const look = () => homes.map((home) => Reflect.ownKeys(home).map((key) => [key, Object.getOwnPropertyDescriptor(home, key)]));
  let before;
  const isSame = (now) => now.every((keys, home) => keys.length === before[home].length && keys.every(([key, found], at) => {
    const [oldKey, old] = before[home][at];
    return key === oldKey && Object.is(found.value, old.value) && found.get === old.get && found.set === old.set;
  }));
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, ...rest) {
    if (message?.kind === "ready") before = look();
    const isTampered = message?.kind === "end" && !isSame(look());
    const ending = { how: "value", text: '"ESCAPED: a built-in of the worker was changed"' };
    return post.call(this, isTampered ? { ...message, ending } : message, ...rest);
  };
}
`;
}

/** Defines `leak` inside the guest: it lets a function constructor look for the secret. One line, so that lines stay. */
export const leakProbe =
  `globalThis.leak = (F) => { try { return F("try { if (typeof HOST_CANARY !== 'undefined') return HOST_CANARY; ` +
  `return (typeof process === 'object' && process.env.HOST_CANARY) || 'none' } catch (e) { return 'blocked' }")() } ` +
  `catch (e) { return "blocked" } };`;
