import { bluesky } from "./bluesky.ts";
import { facebook, reddit } from "./looks.ts";
import { lemmy, twitter } from "./boards.ts";
import { connected } from "./connected.ts";
import { linkedin, silent } from "./linkedin.ts";
import { mastodon, forgetful, webhook } from "./keys.ts";
import { mute, twofold } from "./plain.ts";
import type { Network } from "./network.ts";

export const networks: readonly Network[] = [
  mastodon,
  webhook,
  bluesky,
  twofold,
  forgetful,
  lemmy,
  twitter,
  connected,
  facebook,
  reddit,
  linkedin,
  silent,
  mute,
];

export function networkOf(name: string): Network {
  const found = networks.find((network) => network.name === name);
  if (found === undefined) throw new Error(`There is no network ${name}.`);
  return found;
}
