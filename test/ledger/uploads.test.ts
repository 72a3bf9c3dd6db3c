import { expect, test } from "vitest";
import { findingsOf } from "../../src/ledger/check/check.ts";
import { dump } from "../../src/ledger/dump.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { restore } from "../../src/ledger/restore.ts";
import { noon, someLedger } from "../fixtures/shop.ts";
import { bells } from "../fixtures/pictures.ts";
import { createHash } from "node:crypto";

const file = `${createHash("sha256").update(bells.png).digest("base64url")}.png`;
const upload = {
  file,
  secret: "s".repeat(22),
  type: "image/png",
  size: bells.png.length,
  width: 48,
  height: 48,
};
const decision = { at: noon.toISOString(), who: "anna", action: "add picture", subject: "x", detail: null };

async function withPicture(): Promise<Ledger> {
  const ledger = await someLedger();
  await ledger.uploads.keep(upload, bells.png, decision);
  return ledger;
}

const problemsOf = async (ledger: Ledger): Promise<readonly string[]> =>
  (await ledger.store.snapshot((rows) => Array.fromAsync(findingsOf(rows)))).map(({ problem }) => problem);

test("the same picture is kept once, under its first secret", async () => {
  const ledger = await withPicture();
  const again = await ledger.uploads.keep({ ...upload, secret: "t".repeat(22) }, bells.png, decision);
  expect(again.secret).toBe(upload.secret);
  expect(await ledger.uploads.load(file, "t".repeat(22))).toBeUndefined();
  expect(Buffer.from((await ledger.uploads.load(file, upload.secret))?.bytes ?? [])).toEqual(bells.png);
});

test("a backup has its pictures", async () => {
  const ledger = await withPicture();
  const lines = await ledger.store.snapshot((rows) => Array.fromAsync(dump(rows, noon.toISOString())));
  const other = await someLedger();
  await restore(
    other.store,
    (async function* () {
      yield* lines;
    })(),
    noon,
    true,
  );
  expect(Buffer.from((await other.uploads.load(file, upload.secret))?.bytes ?? [])).toEqual(bells.png);
  expect(await problemsOf(other)).toEqual([]);
});

test("a picture whose bytes are others is found", async () => {
  const ledger = await withPicture();
  await ledger.store.commit((tx) => tx.run("UPDATE upload SET content = 'AAAA'"));
  expect(await problemsOf(ledger)).toEqual(["Its bytes are not those that somebody brought."]);
});
