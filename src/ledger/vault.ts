import { worded } from "../model/worded.ts";
import { type KeyPlace, makeKey, readKey } from "./key.ts";
import { text } from "./rows.ts";
import { isSealedBy, seal, unseal } from "./seal.ts";
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
    seal: async (about, secret) => seal(await findKey(store, place, warn), about, secret),
    open: (about, sealed) => {
      const key = readKey(place);
      const secret = key && unseal(key, about, sealed);
      if (secret === undefined) throw new LedgerError(explain(place, about, key !== undefined));
      return secret;
    },
  };
}

/** All tokens of a ledger have one key: where there are some, no other is begun with, and none is made. */
async function findKey(store: Store, place: KeyPlace, warn: (text: string) => void): Promise<Buffer> {
  const key = readKey(place);
  const rows = await store.read(`SELECT account, sealed FROM token`);
  const foreign = rows.find((row) => key === undefined || !isSealedBy(key, text(row, "sealed")));
  if (foreign) throw new LedgerError(explain(place, text(foreign, "account"), key !== undefined));
  return key ?? makeFirst(place, warn);
}

function makeFirst(place: KeyPlace, warn: (text: string) => void): Buffer {
  const file = place !== null && "file" in place ? makeKey(place.file) : null;
  if (file !== null) warn(made(file));
  const key = readKey(place);
  if (key === undefined) throw new LedgerError("The key that was just made is gone again.");
  return key;
}

const made = (file: string): string =>
  `Made ${file}, the key that seals tokens in the ledger: back it up, and not beside the ledger's copies. Without it every account must be connected again.`;

function explain(place: KeyPlace, account: string, present: boolean): string {
  const where = place !== null && "file" in place ? worded`the file ${place.file}` : "CARILLON_KEY";
  const why = present
    ? worded`${where} holds another key than the one that sealed them`
    : worded`${where} is missing, which sealed them`;
  return worded`The tokens of ${account} cannot be read: ${why}. Bring that key back; or, where it is lost, run \`carillon accounts disconnect\` and \`connect\` for every connected account.`;
}
