import { drawnTemplates } from "#templates/drawn";
import { useMemo } from "react";
import { navigate } from "../app/hash-address.ts";
import { useHome } from "../app/home-context.tsx";
import { useTheme } from "../app/theme.ts";
import { useStopEverything } from "../app/use-stop-everything.tsx";
import { useWatched } from "../app/use-watched.ts";
import { useFlowActions, useImport } from "../library-page/index.ts";
import { askForHelp } from "../help/index.ts";
import { helpWords } from "../messages/help/index.ts";
import { useMessages } from "../messages/index.ts";
import { CommandPanel } from "./command-panel.tsx";
import { commandsOf } from "./commands.ts";
import { offeredCommands } from "./page-commands.ts";

const none: never[] = [];

/** The palette over the person's own flows, with everything that its commands lead to. */
export function CommandsHere({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useMessages();
  const home = useHome();
  const flows = useWatched(home.flows.watch) ?? none;
  const { open, use, create } = useFlowActions(flows);
  const [, setTheme] = useTheme();
  const { choose, entry } = useImport("button");
  const stop = useStopEverything();
  const named = useMemo(() => flows.map(({ id, flow }) => ({ id, title: flow.title })), [flows]);
  const commands = commandsOf(
    named,
    drawnTemplates,
    {
      open,
      use,
      create,
      go: (page) => navigate(`/${page}`),
      importFile: choose,
      stopEverything: stop.ask,
      help: askForHelp,
      setTheme,
    },
    t,
    helpWords().title,
  );
  return (
    <>
      {isOpen && <CommandPanel commands={[...offeredCommands(), ...commands]} onClose={onClose} />}
      {entry}
      {stop.question}
    </>
  );
}
