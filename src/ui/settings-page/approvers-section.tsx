import { useEffect, useState } from "react";
import type { Approver, ApproverBook } from "#hosts/workspace";
import { Button, TextField, Tile } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { SettingsSection } from "../app/settings-frame.tsx";
import type { SettingsWords } from "../messages/settings/index.ts";

/** The people who decide in this browser, and the keys that sign for them. */
export function ApproversSection({ t }: { t: SettingsWords }) {
  const home = useHome();
  const [list, setList] = useState<readonly Approver[]>([]);
  const [name, setName] = useState("");
  const [role, setRole] = useState("");
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    home
      .approvers()
      .then((book) => book.list())
      .then(setList, () => setFailed(true));
  }, [home]);
  const work = async (change: (book: ApproverBook) => Promise<unknown>) => {
    try {
      const book = await home.approvers();
      await change(book);
      setList(await book.list());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const isReady = name.trim() !== "" && role.trim() !== "";
  const add = () => {
    const person = { id: name.trim().toLowerCase(), name: name.trim(), role: role.trim() };
    void work((book) => book.signerOf(person)).then(() => setName(""));
  };
  return (
    <SettingsSection title={t.approvers} hint={t.approversHint}>
      {list.length === 0 ? (
        <p className="t2 small">{t.noApprovers}</p>
      ) : (
        <ul className="connections">
          {list.map((approver) => (
            <ApproverRow
              key={approver.vkey}
              {...{ approver, t }}
              onRetire={() => void work((book) => book.retire(approver.vkey))}
              onForget={() => void work((book) => book.forget(approver.vkey))}
            />
          ))}
        </ul>
      )}
      {hasFailed && (
        <p className="c-stop" role="alert">
          {t.approverFailed}
        </p>
      )}
      <TextField label={t.approverName} value={name} onChange={setName} />
      <TextField label={t.approverRole} value={role} onChange={setRole} />
      <div>
        <Button icon="plus" disabled={!isReady} onPress={add}>
          {t.addApprover}
        </Button>
      </div>
    </SettingsSection>
  );
}

type ApproverRowProps = { approver: Approver; onRetire: () => void; onForget: () => void; t: SettingsWords };

function ApproverRow({ approver, onRetire, onForget, t }: ApproverRowProps) {
  const { name, role, vkey, retiredAt, isForeign = false } = approver;
  return (
    <li>
      <Tile icon={isForeign ? "user-round-check" : "user-round"} tone="guard" />
      <div className="grow">
        <p className="w5 wrap-anywhere">
          {name}, {role}
        </p>
        <p className="t2 small mono wrap-anywhere">{t.publicKey(vkey)}</p>
        {isForeign && <p className="t2 small">{t.recognised}</p>}
        {retiredAt !== undefined && <p className="t2 small">{t.retired}</p>}
      </div>
      {isForeign ? (
        <Button size="sm" label={t.forgetNamed(name)} onPress={onForget}>
          {t.forget}
        </Button>
      ) : (
        retiredAt === undefined && (
          <Button size="sm" label={t.retireNamed(name)} onPress={onRetire}>
            {t.retire}
          </Button>
        )
      )}
    </li>
  );
}
