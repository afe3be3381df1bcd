/** Where a run stands, or how it came out, in the list of runs. */
export const states = {
  waiting: "Waits for a person",
  open: "Open",
  interrupted: "Interrupted",
  done: "Done",
  answered: "Answered",
  approved: "Answered, a person approved",
  handedOff: "Handed over to a person",
  blocked: "Stopped by a guard",
  denied: "Denied",
  failed: "Failed",
  stopped: "Stopped",
  abandoned: "Left",
  broken: "Broken",
};
