import { openAt, send } from "./xmpp-acts.ts";
import { makePost } from "./post.ts";

/** A whole process: fails to sign in once, posts once, closes, and must end by itself. */
const [port, room] = process.argv.slice(2);
const wrong = openAt(Number(port), { room, password: "wrong-password" });
console.log(await wrong.then(String, (error: Error) => error.message));
const session = await openAt(Number(port), { room });
await send(session, makePost({ text: "From a process" }));
await session.close?.();
