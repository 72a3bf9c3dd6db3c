import { json, type Reply } from "./bench-server.ts";
import {
  type Account,
  findSubreddit,
  flairId,
  type Instance,
  type Subreddit,
  type Thing,
} from "./reddit-instance.ts";
import { deny, fail, failWith, invalid, tooLong } from "./reddit-problems.ts";
import { renderThing } from "./reddit-lists.ts";

type Form = URLSearchParams;
type Place = Subreddit & { readonly name: string };

/** In the order of `POST_submit` in https://github.com/reddit-archive/reddit/blob/master/r2/r2/controllers/api.py */
export function submit(instance: Instance, account: Account, form: Form): Reply {
  const place = findSubreddit(instance, form.get("sr") ?? "");
  if (!form.get("sr")) return fail("SUBREDDIT_REQUIRED");
  if (!place) return fail("SUBREDDIT_NOEXIST");
  const refusal =
    refusePlace(place, account, form) ??
    refuseTitle(form) ??
    refuseHaste(instance, account) ??
    (form.get("kind") === "link" ? refuseLink(instance, place, form) : null) ??
    refuseByRules(place, form);
  return refusal ?? accept(instance, account, place, form);
}

function refusePlace(place: Place, account: Account, form: Form): Reply | null {
  const kind = form.get("kind");
  if (place.banned.includes(account.name)) return fail("SUBREDDIT_NOTALLOWED");
  if (kind !== "link" && kind !== "self") return fail("INVALID_OPTION");
  if (kind === "link" && place.takes === "self") return fail("NO_LINKS");
  return kind === "self" && place.takes === "link" ? fail("NO_SELFS") : null;
}

function refuseTitle(form: Form): Reply | null {
  const title = form.get("title") ?? "";
  if (title.trim() === "") return fail("NO_TEXT");
  if ([...title].length > 300) return tooLong(300, "title");
  return [...(form.get("text") ?? "")].length > 40_000 ? tooLong(40_000, "text") : null;
}

function refuseHaste({ options }: Instance, { lastPost }: Account): Reply | null {
  const next = (lastPost?.getTime() ?? -Infinity) + options.throttle * 1000;
  const seconds = (next - options.now().getTime()) / 1000;
  if (seconds < 3) return null;
  const [count, unit] = seconds < 60 ? [Math.floor(seconds), "second"] : [Math.floor(seconds / 60), "minute"];
  const sentence = `you are doing that too much. try again in ${count} ${unit}${count === 1 ? "" : "s"}.`;
  return failWith("RATELIMIT", sentence, "ratelimit", options.exact ? { ratelimit: seconds } : {});
}

function refuseLink(instance: Instance, place: Place, form: Form): Reply | null {
  const url = form.get("url") ?? "";
  if (url === "") return fail("NO_URL");
  if (!/^https?:\/\/[^/]+\.[^/]+/.test(url) || !URL.canParse(url)) return fail("BAD_URL");
  const domain = new URL(url).hostname;
  if (instance.options.bannedDomains.includes(domain))
    return failWith("DOMAIN_BANNED", `${domain} is not allowed on reddit: spam`, "url");
  const known = [...instance.things.values()].some(
    (thing) => !thing.deleted && thing.subreddit === place.name && thing.url === url,
  );
  return known && !isTrue(form.get("resubmit")) ? fail("ALREADY_SUB") : null;
}

/** Without `validate_on_submit` such a post is taken, and removed by a robot. */
function refuseByRules(place: Place, form: Form): Reply | null {
  const flair = form.get("flair_id");
  if (flair !== null && !place.flairs.map(flairId).includes(flair)) return fail("INVALID_OPTION");
  if (flair === null && place.flairRequired && isTrue(form.get("validate_on_submit")))
    return invalid("SUBMIT_VALIDATION_FLAIR_REQUIRED", "Your post must contain post flair.", "flair");
  if (form.get("kind") === "link" && !place.bodies && form.get("text"))
    return invalid("SUBMIT_VALIDATION_BODY_NOT_ALLOWED", "This community does not allow body text.", "body");
  return null;
}

function accept(instance: Instance, account: Account, place: Place, form: Form): Reply {
  const isLink = form.get("kind") === "link";
  const id = instance.nextId();
  const thing: Thing = {
    ...makeThing(instance, account, `t3_${id}`, place.name),
    kind: isLink ? "link" : "self",
    title: (form.get("title") ?? "").replace(/\s+/g, " ").trim(),
    url: isLink ? form.get("url") : null,
    flair: form.get("flair_id"),
    text: isLink && instance.options.dropsBodies ? "" : (form.get("text") ?? ""),
  };
  keep(instance, account, thing);
  const url = `${instance.url}/r/${place.name}/comments/${id}/title/`;
  return json(200, { json: { errors: [], data: { url, drafts_count: 0, id, name: thing.name } } });
}

function makeThing({ options }: Instance, author: Account, name: string, subreddit: string) {
  const flair: string | null = null;
  return { name, author, subreddit, at: options.now(), deleted: false, parent: null, root: name, flair };
}

function keep({ things, acts, options }: Instance, account: Account, thing: Thing): void {
  things.set(thing.name, thing);
  acts.push(`publish ${thing.name}`);
  account.lastPost = options.now();
}

export function comment(instance: Instance, account: Account, form: Form): Reply {
  const parent = instance.things.get(form.get("thing_id") ?? "");
  const text = form.get("text") ?? "";
  if (!parent) return deny(403, "Forbidden");
  if (text.trim() === "") return fail("NO_BODY");
  if ([...text].length > 10_000) return tooLong(10_000, "text");
  if (parent.deleted) return fail("DELETED_COMMENT");
  const name = `t1_${instance.nextId()}`;
  const thing: Thing = {
    ...makeThing(instance, account, name, parent.subreddit),
    kind: "comment",
    title: "",
    url: null,
    text,
    parent: parent.name,
    root: parent.root,
  };
  keep(instance, account, thing);
  return json(200, { json: { errors: [], data: { things: [renderThing(instance, thing)] } } });
}

export function edit(instance: Instance, account: Account, form: Form): Reply {
  const thing = instance.things.get(form.get("thing_id") ?? "");
  const text = form.get("text") ?? "";
  if (text.trim() === "") return fail("NO_BODY");
  if (thing?.author !== account) return fail("NOT_AUTHOR");
  if (thing.kind === "link" || thing.deleted) return deny(403, "Forbidden");
  const max = thing.kind === "comment" ? 10_000 : 40_000;
  if ([...text].length > max) return tooLong(max, "text");
  thing.text = text;
  instance.acts.push(`edit ${thing.name}`);
  return json(200, { json: { errors: [], data: { things: [renderThing(instance, thing)] } } });
}

/** Says nothing, whatever came of it. */
export function remove(instance: Instance, account: Account, form: Form): Reply {
  const thing = instance.things.get(form.get("id") ?? "");
  if (thing?.author === account && !thing.deleted) {
    thing.deleted = true;
    instance.acts.push(`remove ${thing.name}`);
  }
  return json(200, {});
}

function isTrue(value: string | null): boolean {
  return value !== null && !["", "0", "off", "false"].includes(value.toLowerCase());
}
