import { toast, Toaster as SonnerToaster } from "sonner";
import { useKitWords } from "../kit-words.tsx";
import { Button } from "../button.tsx";
import { IconButton } from "../icon-button.tsx";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icons.ts";
import type { Notice } from "../toast.tsx";
import type { Signal } from "../words.ts";

const icons = { pass: "check", ask: "hourglass", stop: "octagon-x", sealed: "fingerprint" } as const satisfies Record<
  Signal,
  IconName
>;

export function Toaster() {
  // In a narrow window the pages stand at the lower edge, and have to stay in reach.
  return <SonnerToaster position="bottom-center" expand visibleToasts={3} mobileOffset={{ bottom: 60 }} />;
}

/** Shows one notice; what needs an answer or names a fault stays until it is closed. */
export function showToast(notice: Notice) {
  const stays = notice.action !== undefined || notice.signal === "stop";
  toast.custom((id) => <ToastCard notice={notice} onClose={() => toast.dismiss(id)} />, {
    duration: stays ? Infinity : 5000,
    ...(notice.id !== undefined && { id: notice.id }),
  });
}

export function hideToast(id: string): void {
  toast.dismiss(id);
}

function ToastCard({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const t = useKitWords();
  const { text, signal, action } = notice;
  const act = () => {
    action?.onPress();
    onClose();
  };
  return (
    <div className="toast">
      {signal && <Icon name={icons[signal]} tone={signal} />}
      <span className="grow">{text}</span>
      {action && (
        <Button size="sm" onPress={act}>
          {action.label}
        </Button>
      )}
      <IconButton icon="x" label={t.close} onPress={onClose} />
    </div>
  );
}
