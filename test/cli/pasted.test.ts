import { once } from "node:events";
import { expect, it } from "vitest";
import { awaitAddress } from "../fixtures/browser.ts";
import { someTower } from "../fixtures/tower.ts";

it("the address that a browser ended at can be pasted", async () => {
  const { carillon } = await someTower({ site: "https://social.example.org" });
  const child = carillon.beginWith({}, "accounts", "connect", "tower");
  const { url, said } = await awaitAddress(child);
  const ended = (await fetch(url, { redirect: "manual" })).headers.get("location");
  child.stdin!.write("what?\n");
  await once(child.stderr!, "data");
  child.stdin!.write(`${ended}\n`);
  expect(await said).toMatchObject({
    code: 0,
    out: expect.stringContaining("tower is connected as"),
    err: expect.stringContaining("That is not the address of the page"),
  });
});
