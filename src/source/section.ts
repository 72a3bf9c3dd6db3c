import type { Block } from "./block.ts";
import { isBoilerplateHeading, isSubscribeBox } from "./newsletter-phrases.ts";

/** A heading with what stands below it, up to the next heading. */
export interface Part {
  /** The headings from the outermost to this one; empty before the first. */
  readonly path: readonly string[];
  readonly heading: Block | null;
  readonly level: number;
  readonly blocks: Block[];
  /** Its heading, or one above it, is of what stands in every issue. */
  readonly boilerplate: boolean;
  /** How many sub-sections it has. */
  children: number;
}

/** Cuts a text at its headings. Levels may begin anywhere and leave some out. */
export function cutParts(blocks: readonly Block[], title: string): Part[] {
  const preamble = startPart([], null, 0, false);
  const parts: Part[] = [preamble];
  const stack: Part[] = [];
  for (const block of blocks) {
    if (block.kind !== "heading") parts.at(-1)?.blocks.push(block);
    else if (isSectionHeading(block, title)) parts.push(openPart(stack, block));
  }
  return preamble.blocks.length > 0 ? parts : parts.slice(1);
}

function startPart(
  path: readonly string[],
  heading: Block | null,
  level: number,
  boilerplate: boolean,
): Part {
  return { path, heading, level, boilerplate, blocks: [], children: 0 };
}

function openPart(stack: Part[], heading: Block): Part {
  const level = levelOf(stack, heading);
  while ((stack.at(-1)?.level ?? 0) >= level) stack.pop();
  const parent = stack.at(-1);
  if (parent !== undefined) parent.children += 1;
  const text = cleanHeading(heading.text);
  const boilerplate = parent?.boilerplate === true || isBoilerplateHeading(text);
  const part = startPart([...(parent?.path ?? []), text], heading, level, boilerplate);
  stack.push(part);
  return part;
}

/** Anchors leave their signs, and people their colons. */
function cleanHeading(text: string): string {
  return text.replace(/^[#¶§🔗\s]+(?=\S)|\s*[#¶§🔗]+$|\s*:$/gu, "");
}

function isSectionHeading({ level, text }: Block, title: string): boolean {
  const repeatsTitle = text.toLowerCase() === title.trim().toLowerCase();
  return text !== "" && !repeatsTitle && !(level >= 5 && isSubscribeBox(text));
}

const software = /software|release|logiciel/i;
const kindOfSoftware =
  /^(?:\S+\s)?(?:servers?|servidor\w+|serveurs?|clients?\b|clientes?\b|librar|bibliot|programmbibliothek|librer|tools|werkzeuge|strumenti|outils|ferramentas|herramientas)/i;

/** A kind of software on the level of "Software" itself is a slip: it belongs below, as its siblings do. */
function levelOf(stack: readonly Part[], heading: Block): number {
  const sibling = stack.find(({ level }) => level === heading.level);
  const slipped =
    sibling !== undefined &&
    (sibling.children > 0 || sibling.blocks.length === 0) &&
    software.test(sibling.path.at(-1) ?? "") &&
    kindOfSoftware.test(heading.text);
  return slipped ? heading.level + 1 : heading.level;
}
