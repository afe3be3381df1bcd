export type Child = Node | string | undefined | false;

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Builds an element. Whatever comes from a file goes in as text; nothing here ever reads HTML. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export function button(label: string, onPress: () => void, className = "button"): HTMLButtonElement {
  const element = el("button", { type: "button", class: className }, label);
  element.addEventListener("click", onPress);
  return element;
}

const svg = "http://www.w3.org/2000/svg";

const shield = "M12 2.8 19.2 5.4v6.1c0 4.6-3 8-7.2 9.7-4.2-1.7-7.2-5.1-7.2-9.7V5.4Z";

const drawings = {
  gate: [
    "M2.5 4.2c0-.7.5-1.2 1.2-1.2h2.1c.7 0 1.2.5 1.2 1.2v2.3h2.7V4.2c0-.7.5-1.2 1.2-1.2h2.2c.7 0 1.2.5 1.2 1.2v2.3H17V4.2c0-.7.5-1.2 1.2-1.2h2.1c.7 0 1.2.5 1.2 1.2v15.6c0 .7-.5 1.2-1.2 1.2h-4.1v-5.3a4.2 4.2 0 0 0-8.4 0V21H3.7c-.7 0-1.2-.5-1.2-1.2Z",
  ],
  pass: [shield, "m8.6 11.9 2.4 2.4 4.5-4.9"],
  sealed: [shield, "M12 7.4v6.2", "M9.3 9.6h5.4", "M8.6 12.3c.4 2 1.7 3.1 3.4 3.4 1.7-.3 3-1.4 3.4-3.4"],
  ask: [shield, "M12 7.6v5", "M12 15.6v.1"],
  stop: [shield, "m9.3 9.2 5.4 5.4", "m14.7 9.2-5.4 5.4"],
  file: [
    "M6 3h8l5 5v11.5c0 .8-.7 1.5-1.5 1.5h-11c-.8 0-1.5-.7-1.5-1.5v-15C5 3.7 5.7 3 6.5 3Z",
    "M14 3v5h5",
    "m9 14.6 2.2 2.2 3.8-4.2",
  ],
} as const;

export type Drawing = keyof typeof drawings;

export function icon(name: Drawing): SVGElement {
  const element = document.createElementNS(svg, "svg");
  element.setAttribute("viewBox", "0 0 24 24");
  element.setAttribute("class", `icon icon-${name}`);
  element.setAttribute("aria-hidden", "true");
  for (const d of drawings[name]) {
    const path = document.createElementNS(svg, "path");
    path.setAttribute("d", d);
    element.append(path);
  }
  return element;
}
