import { lazy, Suspense } from "react";
import { Button } from "#ui/kit";
import { DropVeil } from "../app/drop-veil.tsx";
import { useFileChoice } from "../app/use-file-choice.tsx";
import { pageWords } from "./words.ts";

const TravelFile = lazy(async () => ({ default: (await import("./travel-file.tsx")).TravelFile }));

/** The way in for a decision that comes back, or for somebody else's request: a button, and a drop anywhere on the page. */
export function OpenTravelFile() {
  const { decide } = pageWords();
  const { file, clear, choose, input, isOver } = useFileChoice(decide.openFile, ".json", true);
  return (
    <>
      <Button icon="download" label={decide.openFile} onPress={choose}>
        <span className="wide-only">{decide.openFile}</span>
      </Button>
      {input}
      {isOver && <DropVeil title={decide.drop} text={decide.dropText} />}
      {file !== undefined && (
        <Suspense>
          <TravelFile file={file} onClose={clear} />
        </Suspense>
      )}
    </>
  );
}
