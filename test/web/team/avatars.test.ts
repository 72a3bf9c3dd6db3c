import { expect, onTestFinished, test } from "vitest";
import { body, startFeedServer } from "../../bench/feed-server.ts";
import { bell } from "../../bench/site.ts";
import { nameAvatar } from "../../../src/app/team/avatars.ts";
import { openHouse } from "./house.ts";

async function someAvatars() {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const { app, url } = await openHouse();
  const put = (account: string, avatar: string): Promise<void> =>
    app.ledger.accounts.recognise(account, { id: "1", name: "Bells", handle: "@bells", avatar }, null);
  const look = (avatar: string) => fetch(`${url}/avatars/${nameAvatar(avatar)}`);
  return { server, put, look };
}

test("an account's picture is loaded once, and shown by us to whoever looks", async () => {
  const { server, put, look } = await someAvatars();
  server.serve("/a.png", body(Buffer.from(bell), { "content-type": "text/html" }));
  await put("fedi", `${server.url}/a.png`);
  const [first, second] = await Promise.all([look(`${server.url}/a.png`), look(`${server.url}/a.png`)]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.headers.get("content-type")).toBe("image/png");
  expect(first.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Buffer.from(await first.arrayBuffer()).equals(bell)).toBe(true);
  expect(server.requests.length).toBe(1);
});

test("what is no picture, is no account's, or cannot be had shows nothing", async () => {
  const { server, put, look } = await someAvatars();
  server.serve("/b.png", body("<script>alert(1)</script>", { "content-type": "image/png" }));
  await put("fedi", `${server.url}/b.png`);
  await put("bsky", `${server.url}/gone.png`);
  const asked = ["/b.png", "/gone.png", "/nobody.png"].map((path) => look(server.url + path));
  const answers = await Promise.all(asked);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  // A clear pixel: the account's first letter shows through.
  const texts = await Promise.all(answers.map((one) => one.text()));
  expect(texts.map((text) => text.startsWith("GIF89a"))).toEqual([true, true, false]);
});
