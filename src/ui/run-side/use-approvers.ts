import { useEffect, useState } from "react";
import type { Speaker } from "#engine";
import type { ApproverBook } from "#hosts/workspace";
import { useHome } from "../app/home-context.tsx";

/** People who have a key here that signs; nobody where the keys cannot be read. */
export function useApprovers(): readonly Speaker[] {
  const home = useHome();
  const [approvers, setApprovers] = useState<readonly Speaker[]>([]);
  useEffect(() => {
    let isGone = false;
    void home
      .approvers()
      .then(livingApprovers, () => [])
      .then((found) => {
        if (!isGone) setApprovers(found);
      });
    return () => {
      isGone = true;
    };
  }, [home]);
  return approvers;
}

export async function livingApprovers(book: ApproverBook): Promise<readonly Speaker[]> {
  const deciders = await book.deciders().catch(() => []);
  return deciders.map(({ id, name, role }) => ({ id, name, role }));
}
