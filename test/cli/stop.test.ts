import { expect, test } from "vitest";
import { someCarillon } from "../fixtures/carillon.ts";

const config = "site: { name: The Belfry }\nledger: ./ledger.db\n";

test("everything is held and released from the terminal, and what is missing is said", async () => {
  const { run } = someCarillon(config);
  expect((await run("hold", "--all", "--reason", "The link is wrong.", "--as", "anna")).out).toContain(
    "nothing goes out",
  );
  expect((await run("hold", "--all")).code).toBe(1);
  expect((await run("status")).out).toContain("anna holds everything back: The link is wrong.");
  expect((await run("release", "--all")).out).toContain("Everything goes on.");
  expect((await run("release", "--all")).err).toContain("Nothing was held as a whole.");
  expect((await run("hold")).err).toContain("Say what to hold");
});
