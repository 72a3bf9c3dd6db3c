import { expect, test } from "vitest";
import { checkTemplate } from "../../src/compose/check.ts";
import { readTemplate } from "../../src/compose/handlebars.ts";

const known = { partials: ["contents"], words: ["out", "inside"] };
const check = (source: string) =>
  checkTemplate(() => readTemplate(source), "announcement.hbs", known).map(
    ({ line, problem, mend }) => `${line}: ${problem} ${mend}`,
  );

test("a template that only uses what there is has no problems", () => {
  const source = `{{#title}}{{upper entry.title}}{{/title}}{{> contents}}
{{#if entry.image}}{{entry.image.alt}}{{/if}}{{#with story.image}}{{url}}{{/with}}
{{#each entry.sections as |section at|}}{{at}}{{section.heading}}{{#each stories}}{{@index}}{{text}}{{../heading}}{{/each}}{{/each}}
{{#each (take highlights 3)}}{{this}}{{@root.entry.title}}{{/each}}{{#with (first entry.sections)}}{{heading}}{{/with}}
{{#fit 1 whole=true}}{{say "inside" list=(list headings max=3)}}{{/fit}}{{plural counts.stories one="# story" other="# stories"}}
{{#if (is channel.id "x")}}{{else if (longer entry.title 3)}}{{/if}}{{! why }}`;
  expect(check(source)).toEqual([]);
});

test.each([
  ["{{entry.titel}}", "1: “entry.titel” is no name that templates know. Did you mean “entry.title”?"],
  ["\n\n{{storry.text}}", "3: “storry.text” is no name that templates know. Did you mean “story”?"],
  ["{{entry.overrides}}", /^1: “entry\.overrides” is no name/],
  ["{{entry.constructor}}", /^1: “entry\.constructor” is no name/],
  [
    "{{#each entry.sections}}{{subject}}{{/each}}",
    /^1: “subject” is no name that templates know\. Known here: heading/,
  ],
  ["{{../entry.title}}", "1: “../entry.title” leads out of the template. Take a “../” out."],
  [
    "{{entry.title.length}}",
    "1: “entry.title.length” asks for a part of “entry.title”, which is a text. Write {{entry.title}}.",
  ],
  [
    "{{entry.tags.[0]}}",
    "1: “entry.tags.[0]” asks for a part of “entry.tags”, which is a list. Write {{#each entry.tags}}…{{/each}}.",
  ],
  ["{{entry.tags}}", "1: “entry.tags” is a list. Write {{list entry.tags}} or {{#each entry.tags}}."],
  ["{{site}}", /^1: “site” is no text\. Name one of its parts: site\.name/],
  ["{{entry.image.url}}", "1: “entry.image” may be missing. Put {{#if entry.image}}…{{/if}} around it."],
  ["{{@level}}", /^1: “@level” is no name/],
  ["{{lnik}}", /^1: “lnik” is no name/],
  ["{{hashtag 3}}", "1: “hashtag” is no helper. Did you mean “hashtags”?"],
  ["{{log entry.title}}", /^1: “log” is no helper/],
  ["{{lookup entry 'title'}}", /^1: “lookup” is no helper/],
  ["{{fit 1}}", "1: “fit” is a block. Write {{#fit …}}…{{/fit}}."],
  ["{{#link}}{{/link}}", /^1: “link” is no block/],
  ["{{#entry}}{{/entry}}", /^1: “entry” is no block/],
  ["{{#each (take entry.tags)}}{{/each}}", "1: “take” takes 2 values, not 1. See templates/README.md."],
  ["{{#if}}{{/if}}", "1: “if” takes 1 value, not 0. See templates/README.md."],
  ["{{date entry.published stile='long'}}", "1: “date” knows no “stile”. Did you mean “style”?"],
  ["{{say 'insde'}}", "1: words.yaml has no “insde”. Did you mean “inside”?"],
  ["{{#each entry.title}}{{/each}}", "1: “each” needs a list. Use “with” or “if”."],
  ["{{> contens}}", "1: There is no partial “contens”. Did you mean “contents”?"],
  ["{{#fit 1}}{{#fit 2}}{{/fit}}{{/fit}}", "1: “fit” stands inside “fit”. Put one after the other."],
  ["{{#*inline 'x'}}{{/inline}}", /^1: Decorators and inline partials are not supported/],
  [
    "a\n{{#if entry}}\nb",
    "3: The template cannot be read: the braces are not right, or a block is not closed. Close every {{#name}} with {{/name}}.",
  ],
  [
    "a\n{{#if entry}}{{/each}}",
    "2: The template cannot be read: {{/each}} closes {{#if}}. Close every {{#name}} with {{/name}}.",
  ],
])("%s is a problem", (source, expected) => {
  const found = check(source);
  expect(found).toHaveLength(1);
  expect(found[0]).toSatisfy((one: string) => one === expected || one.match(expected)?.index === 0);
});

test("all problems come at once", () => {
  expect(check("{{a}}\n{{b}}\n{{#if c}}{{d}}{{else}}{{e}}{{/if}}")).toHaveLength(5);
});
