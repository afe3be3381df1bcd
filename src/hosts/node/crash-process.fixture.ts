import { playRefund } from "./crash.fixture.ts";

// A process of its own, which kills itself in the middle of the given step of the world.
const [state = "", killAt = "0"] = process.argv.slice(2);
let left = Number(killAt);

const kinds = await playRefund(state, (work) => {
  left -= 1;
  if (left === 0) setImmediate(() => process.kill(process.pid, "SIGKILL"));
  return work();
});
process.stdout.write(JSON.stringify(kinds));
