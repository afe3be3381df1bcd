import { button, el, icon } from "./dom.ts";
import type { Words } from "./messages/index.ts";
import { quorumOf, witnessesIn } from "./witnesses.ts";

/** What somebody dropped, told apart by what it is. */
export interface Dropped {
  readonly bundle: File | undefined;
  readonly keys: readonly string[];
  readonly receipts: readonly string[];
  /** A verify.html, whose digest is asked for. */
  readonly page: File | undefined;
}

const smallest = 64 * 1024;

export function dropView(t: Words, label: string, take: (dropped: Dropped) => Promise<void>): HTMLElement {
  const input = el("input", {
    type: "file",
    multiple: true,
    id: "file",
    class: "away",
    tabindex: "-1",
    "aria-label": label,
  });
  const zone = el(
    "section",
    { class: "card drop", "aria-label": t.drop },
    icon("file"),
    el("div", {}, el("p", { class: "strong" }, t.drop), el("p", { class: "quiet" }, t.dropMore)),
    button(label, () => input.click(), "button primary"),
    input,
  );
  const open = (files: FileList | null | undefined) => {
    if (files && files.length > 0) void sorted([...files]).then(take);
  };
  input.addEventListener("change", () => open(input.files));
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    open(event.dataTransfer?.files);
  });
  return zone;
}

async function sorted(files: readonly File[]): Promise<Dropped> {
  const keys: string[] = [];
  const receipts: string[] = [];
  let bundle: File | undefined;
  let page: File | undefined;
  for (const file of files) {
    if (/\.html?$/iu.test(file.name)) page = file;
    else if (file.size > smallest || /\.zip$/iu.test(file.name)) bundle = file;
    else if (/\.(?:vkeys?|pub)$/iu.test(file.name)) keys.push(await file.text());
    else if (/\.(?:txt|receipt)$/iu.test(file.name)) receipts.push(await file.text());
    else bundle = file;
  }
  return { bundle, keys, receipts, page };
}

type Compared = { keys: string; receipts: string; quorum: string };

export function compareView(t: Words, state: Compared, again: () => void): HTMLElement {
  const area = { rows: "4", spellcheck: "false", autocomplete: "off" };
  const keys = el("textarea", { id: "keys", ...area }, state.keys);
  const receipts = el("textarea", { id: "receipts", ...area }, state.receipts);
  const quorum = quorumView(t, state);
  keys.addEventListener("input", () => {
    state.keys = keys.value;
    quorum.tell();
  });
  receipts.addEventListener("input", () => (state.receipts = receipts.value));
  return el(
    "section",
    { class: "card", "aria-labelledby": "compare" },
    el("h2", { id: "compare" }, t.compare),
    el("p", { class: "quiet" }, t.compareText),
    el("div", { class: "fields" }, el("label", {}, t.keys, keys), el("label", {}, t.receipts, receipts)),
    quorum.view,
    el("div", {}, button(t.again, again)),
  );
}

/** How many witnesses must have signed; `tell` says anew how many of the keys are witnesses'. */
function quorumView(t: Words, state: Compared): { readonly view: HTMLElement; readonly tell: () => void } {
  const input = el("input", {
    id: "quorum",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: "3",
    "aria-describedby": "quorum-note",
  });
  input.value = state.quorum;
  const note = el("p", { id: "quorum-note", role: "status" });
  const tell = () => {
    const keys = linesOf(state.keys);
    const isSlip = quorumOf(state.quorum, keys) === undefined;
    input.setAttribute("aria-invalid", String(isSlip));
    note.className = isSlip ? "slip" : "quiet";
    note.textContent = isSlip ? t.quorumSlip(witnessesIn(keys)) : t.quorumNote(witnessesIn(keys));
  };
  input.addEventListener("input", () => {
    state.quorum = input.value;
    tell();
  });
  tell();
  return { view: el("div", { class: "quorum" }, el("label", { for: "quorum" }, t.quorum), input, note), tell };
}

export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Receipts one after the other. A receipt has one empty line in it, before its signatures. */
export function receiptsOf(text: string): string[] {
  const blocks = text
    .replaceAll("\r", "")
    .trim()
    .split(/\n{2,}/u);
  return blocks.flatMap((block, at) => (at % 2 === 0 && block !== "" ? [`${block}\n\n${blocks[at + 1] ?? ""}`] : []));
}
