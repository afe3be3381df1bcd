import { describe, expect, it } from "vitest";
import { firewallPolicy } from "./firewall-policy.ts";
import { presetOf, presets, withPreset } from "./presets.ts";

const fresh = firewallPolicy.parse({});

describe("presets", () => {
  it("are complete policies, told apart", () => {
    for (const preset of presets) {
      const { guards } = firewallPolicy.parse({ guards: withPreset(fresh.guards, preset) });
      expect(presetOf(guards)?.id).toBe(preset.id);
    }
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });

  it("begin with what a freshly placed firewall does", () => {
    expect(presetOf(fresh.guards)?.id).toBe("customer-chat");
  });

  it("take back what another preset set, and leave a person's own lists alone", () => {
    const [chat, , regulated] = presets;
    if (chat === undefined || regulated === undefined) throw new Error("A preset is gone.");
    const mine = firewallPolicy.parse({
      guards: { words: { list: ["casino"] }, links: { allowedHosts: ["lumen.example"] } },
    });
    const strict = firewallPolicy.parse({ guards: withPreset(mine.guards, regulated) });
    expect(strict.guards.words.list).toEqual(["casino"]);
    expect(strict.guards.links).toMatchObject({ foreign: "all", allowedHosts: ["lumen.example"] });
    expect(firewallPolicy.parse({ guards: withPreset(strict.guards, chat) })).toEqual(mine);
  });

  it("are none of the three once something was changed, but for a list of one's own", () => {
    const edited = firewallPolicy.parse({ guards: { injection: { sensitivity: "high" } } });
    expect(presetOf(edited.guards)).toBeUndefined();
    const listed = firewallPolicy.parse({ guards: { words: { list: ["casino"] } } });
    expect(presetOf(listed.guards)?.id).toBe("customer-chat");
    const shuffled = firewallPolicy.parse({
      guards: { personalData: { inputKinds: fresh.guards.personalData.inputKinds.toReversed() } },
    });
    expect(presetOf(shuffled.guards)?.id).toBe("customer-chat");
  });
});
