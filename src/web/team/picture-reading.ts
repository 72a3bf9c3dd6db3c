import type { Media } from "../../model/post.ts";
import type { Person } from "../../model/person.ts";
import type { Pictures } from "./pictures.ts";
import type { Form } from "./visit.ts";

/** The pictures as a form has them, with those that it brought. */
export interface FormPictures {
  /** Undefined where the form does not speak of pictures. */
  readonly media: readonly Media[] | undefined;
  /** It brought some, or another order: the form has to be shown anew. */
  readonly moved: boolean;
  /** A sentence each that cannot be used. */
  readonly problems: readonly string[];
}

/** Takes pictures out, puts others in their place, moves one up, and adds what is new at the end; files are kept at once. */
export async function readPictures(
  pictures: Pictures,
  post: string,
  form: Form,
  by: Person,
): Promise<FormPictures> {
  if (form.get("pictures") === "") return { media: undefined, moved: false, problems: [] };
  const problems: string[] = [];
  const bring = async (name: string): Promise<readonly string[]> => {
    const urls: string[] = [];
    for (const file of await form.files(name)) {
      const added = await pictures.add(post, file, by);
      if ("url" in added) urls.push(added.url);
      else problems.push(added.problem);
    }
    return urls;
  };
  const alts = form.all("alt");
  const rows: { readonly at: number; readonly url: string; readonly alt: string }[] = [];
  for (const [at, url] of form.all("media").entries()) {
    const [other] = await bring(`instead-${at}`);
    rows.push({ at, url: other ?? url, alt: (alts[at] ?? "").replaceAll("\r\n", "\n").trim() });
  }
  const isReplaced = rows.some(({ at, url }) => url !== form.all("media")[at]);
  const added = await bring("file");
  const up = form.get("up") === "" ? null : Number(form.get("up"));
  const gone = new Set(form.all("gone").map(Number));
  const kept = moveUp(rows, up).filter(({ at }) => !gone.has(at));
  const media = [...kept.map(({ url, alt }) => ({ url, alt })), ...added.map((url) => ({ url, alt: "" }))];
  return {
    media: withoutTwins(media),
    moved: isReplaced || added.length > 0 || up !== null || problems.length > 0,
    problems,
  };
}

function moveUp<Row extends { readonly at: number }>(
  rows: readonly Row[],
  at: number | null,
): readonly Row[] {
  const [one, before] = [rows.find((row) => row.at === at), rows.find((row) => row.at === (at ?? 0) - 1)];
  if (one === undefined || before === undefined) return rows;
  return rows.map((row) => (row === one ? before : row === before ? one : row));
}

/** The same picture twice is once. */
const withoutTwins = (media: readonly Media[]): readonly Media[] =>
  media.filter((one, at) => media.findIndex(({ url }) => url === one.url) === at);
