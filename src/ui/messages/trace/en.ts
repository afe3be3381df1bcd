const number = (n: number) => n.toLocaleString("en");

/** Words for reading a trace. They are fetched with it, not with the first page. */
export const en = {
  part: "Guardrail or kind",
  parts: {
    all: "Everything",
    privileges: "What it may use",
    autonomy: "Who decides, limits",
    firewall: "Firewall",
    sandbox: "Sandbox",
    trace: "Sealed trace",
    tools: "Tools",
    models: "Messages and models",
    path: "The way it took",
  },
  ending: "How it came out",
  endings: {
    all: "Every outcome",
    stopped: "Stopped or denied",
    asked: "A person was asked",
    allowed: "Allowed or passed",
    failed: "Failed",
  },
  searchAndFilter: "Search and filter",
  found: (n: number) => (n === 1 ? "1 step found" : `${number(n)} steps found`),
  searching: (done: number, all: number) => `Searched ${number(done)} of ${number(all)} steps`,
  reading: (done: number, all: number) => `${number(done)} of ${number(all)} steps read and checked`,
  onlyNode: (title: string) => `Only steps of ${title}`,
  allNodes: "Show the steps of the whole flow",
  noneFitText: "Choose another guardrail or outcome, or search for other words.",
  showAll: "Show all steps",
};

export type TraceWords = typeof en;
