import { type KeyPlace, makeKey, readKey } from "./key.ts";
import { seal, unseal } from "./seal.ts";
import { LedgerError, type Store } from "./store.ts";

/** Seals what the ledger keeps and must not tell. */
export interface Vault {
  /** `about`: the account. Makes a key file with the first use. Throws LedgerError. */
  seal(about: string, text: string): Promise<string>;
  /** Throws LedgerError: without the key, or with another, nothing can be read. */
  open(about: string, sealed: string): string;
}

/** `warn` is told of a key file that was made. */
export function vaultOf(store: Store, place: KeyPlace, warn: (text: string) => void): Vault {
  return {
    seal: async (about, text) => seal(readKey(place) ?? (await makeFirst(store, place, warn)), about, text),
    open: (about, sealed) => {
      const key = readKey(place);
      const text = key && unseal(key, about, sealed);
      if (text === undefined) throw new LedgerError(explain(place, about, key !== undefined));
      return text;
    },
  };
}

/** Not where there are tokens already: their key is only somewhere else. */
async function makeFirst(store: Store, place: KeyPlace, warn: (text: string) => void): Promise<Buffer> {
  const [known] = await store.read("SELECT account FROM token LIMIT 1");
  if (known) throw new LedgerError(explain(place, String(known.account), false));
  const file = place !== null && "file" in place ? makeKey(place.file) : null;
  if (file !== null) warn(made(file));
  const key = readKey(place);
  if (key === undefined) throw new LedgerError("The key that was just made is gone again.");
  return key;
}

const made = (file: string): string =>
  `Made ${file}, the key that seals tokens in the ledger: back it up, and not beside the ledger's copies. Without it every account must be connected again.`;

function explain(place: KeyPlace, account: string, present: boolean): string {
  const where = place !== null && "file" in place ? `the file ${place.file}` : "CARILLON_KEY";
  const why = present ? `${where} holds another key than the one that` : `${where} is missing, which`;
  return `The tokens of ${account} cannot be read: ${why} sealed them. Bring that key back; or, where it is lost, run \`carillon accounts disconnect\` and \`connect\` for every connected account.`;
}
