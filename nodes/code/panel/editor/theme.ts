import type { editor } from "monaco-editor/editor/editor.api.js";

/** Which of the app's colours stands for which part of the editor. */
const colours = {
  "editor.background": "--card",
  "editor.foreground": "--text",
  "editorLineNumber.foreground": "--text-3",
  "editorLineNumber.activeForeground": "--text",
  "editorCursor.foreground": "--accent",
  "editor.selectionBackground": "--accent-line",
  "editor.inactiveSelectionBackground": "--accent-tint",
  "editor.lineHighlightBackground": "--panel",
  "editor.lineHighlightBorder": "--panel",
  "editorIndentGuide.background1": "--line",
  "editorWidget.background": "--card",
  "editorWidget.foreground": "--text",
  "editorWidget.border": "--line-2",
  "editorHoverWidget.background": "--card",
  "editorHoverWidget.foreground": "--text",
  "editorHoverWidget.border": "--line-2",
  "editorSuggestWidget.background": "--card",
  "editorSuggestWidget.foreground": "--text",
  "editorSuggestWidget.border": "--line-2",
  "editorSuggestWidget.selectedBackground": "--accent-tint",
  "editorSuggestWidget.selectedForeground": "--text",
  "editorSuggestWidget.highlightForeground": "--accent-text",
  "editorSuggestWidget.focusHighlightForeground": "--accent-text",
  "editorError.foreground": "--stop",
  "editorWarning.foreground": "--ask",
  "editorInfo.foreground": "--accent",
  "diffEditor.insertedTextBackground": "--pass-tint",
  "diffEditor.insertedLineBackground": "--pass-tint",
  "diffEditor.removedTextBackground": "--stop-tint",
  "diffEditor.removedLineBackground": "--stop-tint",
  "diffEditor.diagonalFill": "--line",
  focusBorder: "--accent",
  "input.background": "--card",
  "input.foreground": "--text",
  "input.border": "--line-control",
  "scrollbarSlider.background": "--line-2",
  "scrollbarSlider.hoverBackground": "--line-control",
  "scrollbarSlider.activeBackground": "--line-control",
} as const;

const words = {
  "": "--text",
  comment: "--text-3",
  keyword: "--accent-text",
  string: "--pass-text",
  number: "--ask-text",
  regexp: "--stop-text",
  type: "--sealed-text",
  delimiter: "--text-2",
  identifier: "--text",
} as const;

/** The name under which the page's colours are known to the editor. */
const name = "gatehouse";

/** Gives the editors the colours of the page, now and whenever its theme changes. Returns the way to stop. */
export function followColours(api: typeof editor): () => void {
  const apply = () => {
    const hex = readColours();
    const isDark = document.documentElement.dataset["theme"] === "dark";
    api.defineTheme(name, {
      base: isDark ? "vs-dark" : "vs",
      inherit: false,
      rules: Object.entries(words).map(([token, variable]) => ({ token, foreground: hex(variable).slice(1, 7) })),
      colors: Object.fromEntries(Object.entries(colours).map(([part, variable]) => [part, hex(variable)])),
    });
    api.setTheme(name);
  };
  apply();
  const watching = new MutationObserver(apply);
  watching.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => watching.disconnect();
}

/** The page writes its colours in oklch, the editor knows hexadecimal only: a pixel is painted and read. */
function readColours(): (variable: string) => string {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  return (variable) => {
    if (brush === null) return "#808080";
    brush.fillStyle = style.getPropertyValue(variable);
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
}
