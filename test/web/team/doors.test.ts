import { expect, test } from "vitest";
import { rights, roles } from "../../../src/model/person.ts";
import { doorList, doors, mayOpen } from "../../../src/web/team/doors.ts";
import { joinAs, makeBrowser, openHouse } from "./house.ts";

const [gets, posts] = [
  doorList.filter((door) => door.startsWith("GET ")),
  doorList.filter((door) => door.startsWith("POST ")),
];

/** A door's path with something in the place of every parameter. */
const pathOf = (door: string): string => (door.split(" ")[1] ?? "").replaceAll(/:\w+/g, "nothing");

test("every role may do what the roles before it may", () => {
  for (const [at, role] of roles.entries())
    for (const earlier of roles.slice(0, at))
      expect(rights[role]).toEqual(expect.arrayContaining([...rights[earlier]]));
});

test.each(roles)("%s opens the doors of the table that are theirs, and no other", async (role) => {
  const { app, url } = await openHouse();
  const browser = await joinAs(app, url, role);
  const opened = await Promise.all(
    doorList
      .filter((door) => door !== "POST /desk/you/sign-out")
      .map(async (door) => {
        const seen = await (door.startsWith("GET ") ? browser.get(pathOf(door)) : browser.post(pathOf(door)));
        const refused = seen.status === 403 && /not yours to do/.test(seen.text);
        return [door, !refused] as const;
      }),
  );
  expect(opened.filter(([door, isOpen]) => isOpen !== mayOpen(role, door))).toEqual([]);
});

test("who is not signed in is led to the sign-in from every door that asks for a right", async () => {
  const { app, url } = await openHouse();
  await joinAs(app, url, "administrator");
  const closed = gets.filter((door) => doors[door] !== "anyone");
  expect(closed.length).toBeGreaterThan(1);
  for (const door of closed)
    expect((await makeBrowser(url).get(pathOf(door))).path).toMatch(/^\/sign-in\?to=/);
});

test("no form is taken from another site's page", async () => {
  const { app, url } = await openHouse();
  const browser = await joinAs(app, url, "administrator");
  const foreign = [{}, { origin: "https://evil.example" }, { origin: url, "sec-fetch-site": "cross-site" }];
  for (const door of posts)
    for (const headers of foreign)
      expect((await browser.post(pathOf(door), {}, headers as Record<string, string>)).text).toContain(
        "another site’s page".replace("’", "&#39;"),
      );
});
