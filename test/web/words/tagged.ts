import { globSync, readFileSync } from "node:fs";

export interface Tagged {
  readonly file: string;
  /** `Held by {}.` */
  readonly pattern: string;
}

const tag = "worded`";

/** Every sentence that is tagged in these folders, those within another's holes too. */
export function findTagged(folders: readonly string[]): readonly Tagged[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`).toSorted())
    .flatMap((file) => patternsOf(readFileSync(file, "utf8")).map((pattern) => ({ file, pattern })));
}

function patternsOf(source: string): readonly string[] {
  const starts = [...source.matchAll(/(?<![`\w])worded`/gu)].map(({ index }) => index + tag.length);
  return starts.map((start) =>
    readTemplate(source, start)
      .pattern.replaceAll(/\{wh(?:o|ere)\}/gu, "{}")
      .trim(),
  );
}

/** From after its opening backtick to its closing one. */
function readTemplate(source: string, start: number): { readonly pattern: string; readonly end: number } {
  let pattern = "";
  let at = start;
  while (source[at] !== "`") {
    if (source.startsWith("${", at)) {
      pattern += "{}";
      at = skipHole(source, at + 2);
    } else {
      at += Number(source[at] === "\\");
      pattern += source[at++];
    }
  }
  return { pattern, end: at + 1 };
}

/** From after `${` to after its `}`. */
function skipHole(source: string, start: number): number {
  let at = start;
  for (let depth = 1; depth > 0; at++) {
    if (source[at] === "`") at = readTemplate(source, at + 1).end - 1;
    else if (source[at] === '"') at = source.indexOf('"', at + 1);
    else depth += Number(source[at] === "{") - Number(source[at] === "}");
  }
  return at;
}
