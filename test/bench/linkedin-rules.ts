import { json, type Reply } from "./bench-server.ts";
import { badInput, type Content, type Instance } from "./linkedin-instance.ts";
import { showLittle } from "./linkedin-little.ts";

/** Fields of a post as they may be sent. @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api `Schema` */
const required = ["author", "commentary", "visibility", "distribution", "lifecycleState"];
const known = new Set([...required, "content", "isReshareDisabledByAuthor"]);

/** What is wrong with a post; undefined where it is fine. */
export function checkPost(instance: Instance, data: Record<string, unknown>): Reply | undefined {
  const lacking = required.find((name) => data[name] === undefined);
  if (lacking) return schemaError(`/${lacking} :: field is required but not found and has no default value`);
  const unknown = Object.keys(data).find((name) => !known.has(name));
  if (unknown) return schemaError(`/${unknown} :: unrecognized field found but not allowed`);
  const { feedDistribution } = data["distribution"] as { feedDistribution?: string };
  if (
    feedDistribution !== "MAIN_FEED" ||
    data["visibility"] !== "PUBLIC" ||
    data["lifecycleState"] !== "PUBLISHED"
  )
    return badInput(400, "INVALID_VALUE", "not a post that followers see");
  return checkText(instance, String(data["commentary"])) ?? checkContent(instance, data);
}

/** Schema errors end with a line break, as LinkedIn's do. */
function schemaError(what: string): Reply {
  return json(422, { message: `ERROR :: ${what}\n`, status: 422 });
}

function checkText({ options }: Instance, commentary: string): Reply | undefined {
  const { length } = options.counts === "shown" ? showLittle(commentary) : commentary;
  if (length <= 3000) return undefined;
  const message = `ShareCommentary text length (${length} characters) exceeded the maximum allowed (3000 characters)`;
  return badInput(400, "FIELD_ARRAY_SIZE_TOO_HIGH", message);
}

function checkContent(instance: Instance, data: Record<string, unknown>): Reply | undefined {
  const content = data["content"] as Content | undefined;
  if (!content) return undefined;
  const kinds = Object.keys(content);
  if (kinds.length !== 1) return schemaError(`/content :: union of ${kinds.length} members`);
  const { article, media, multiImage } = content;
  if (article && (!article.source || !article.title))
    return schemaError("/content/article/title :: field is required but not found and has no default value");
  if (multiImage && (multiImage.images.length < 2 || multiImage.images.length > 20))
    return badInput(400, "INVALID_VALUE", "multiImage must have 2 to 20 images");
  const pictures = [...(multiImage?.images ?? []), ...(media ? [media] : [])];
  if (pictures.some(({ altText = "" }) => altText.length > 4086))
    return badInput(400, "FIELD_LENGTH_TOO_LONG", "altText is longer than 4086 characters");
  const ids = [...pictures.map(({ id }) => id), ...(article?.thumbnail ? [article.thumbnail] : [])];
  return ids.every((id) => isReady(instance, id, data["author"]))
    ? undefined
    : badInput(400, "INVALID_URN_ID", `Image is not owned by the author or not AVAILABLE: ${ids.join(", ")}`);
}

function isReady({ images }: Instance, id: string, author: unknown): boolean {
  const image = images.get(id);
  return image?.owner === author && image?.status === "AVAILABLE";
}
