/** The areas of the editor in the order in which they are read, each with what takes the focus there, best first. */
const panes = [
  [".top", ["a"]],
  [".palette", ["input"]],
  [".canvas-area", [".react-flow__node.selected", ".react-flow__node"]],
  [".insp", ["input, button"]],
  [".dock-area", [".composer textarea", "[role=tab][aria-selected=true]"]],
] as const;

/** Moves the focus to the next area that is on the screen, or with -1 to the one before. */
export function focusNextPane(direction: 1 | -1): void {
  const shown = panes.flatMap(([area, targets]) => {
    const element = document.querySelector(area);
    const [target] = targets.flatMap((each) => element?.querySelector<HTMLElement>(each) ?? []);
    return element && target ? [{ element, target }] : [];
  });
  const at = shown.findIndex(({ element }) => element.contains(document.activeElement));
  const next = at < 0 && direction < 0 ? shown.length - 1 : (at + direction + shown.length) % shown.length;
  shown[next]?.target.focus();
}
