import { makePost } from "./post.ts";
import { openAt, send } from "./xmpp-acts.ts";

/** A whole process: fails to sign in once, posts once, closes, and must end by itself. Its argument: settings as JSON. */
const settings = JSON.parse(process.argv[2] ?? "{}") as Record<string, string>;
const wrong = openAt(0, { ...settings, password: "wrong-password" });
console.log(await wrong.then(String, (error: Error) => error.message));
const session = await openAt(0, settings);
const { receipt } = await send(session, makePost({ text: "From a process" }));
await session.close?.();
console.log(receipt.remoteId);
