import { DatabaseSync, StatementSync } from "node:sqlite";
import { reach } from "./steps.ts";

/** Steps between the statements of a transaction, and a disk that is full or may not be written, as the environment says. */
const disk = process.env["TORTURE_DISK"];
const { run } = StatementSync.prototype;
const { exec } = DatabaseSync.prototype;

const limits: Readonly<Record<string, string>> = {
  // Not a page more than there are.
  full: "PRAGMA max_page_count=1",
  "read-only": "PRAGMA query_only=ON",
};

export function watchDatabase(): void {
  StatementSync.prototype.run = new Proxy(run, {
    apply: (_, statement: StatementSync, values: Parameters<typeof run>) => {
      const commits = statement.sourceSQL === "COMMIT";
      if (commits) reach("before commit");
      const result = run.apply(statement, values);
      reach(commits ? "after commit" : "in a transaction");
      return result;
    },
  });
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    exec.call(this, sql);
    const limit = disk === undefined ? undefined : limits[disk];
    if (limit !== undefined && sql.includes("synchronous")) exec.call(this, limit);
  };
}
