import { Icon } from "#ui/kit";
import { profileKey } from "./acting.ts";
import type { Approvals } from "./use-approvals.ts";
import { pageWords } from "./words.ts";

/** As whom this tab decides. */
export function ProfileSelect({
  profiles,
  profile,
  setProfile,
}: Pick<Approvals, "profiles" | "profile" | "setProfile">) {
  const { decide } = pageWords();
  if (profile === undefined) return null;
  return (
    <label className="speaker">
      <Icon name="user-round" size={14} />
      {decide.profile}
      <select value={profileKey(profile)} onChange={(event) => setProfile(event.target.value)}>
        {profiles.map((each) => (
          <option key={profileKey(each)} value={profileKey(each)}>
            {decide.person(each.name, each.role)}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={12} />
    </label>
  );
}
