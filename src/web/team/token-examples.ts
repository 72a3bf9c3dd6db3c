import { html } from "hono/html";
import type { Html } from "../text.ts";
import type { Visit } from "./visit.ts";

const begin = `curl --fail-with-body -H "Authorization: Bearer $CARILLON_TOKEN" \\`;

/** What a program can begin with, for a shell; the names are those of `words.tokens.examples`. */
const examples = {
  needs: `${begin}
  "$CARILLON_URL/api/needs"`,
  sent: `${begin}
  "$CARILLON_URL/api/history?state=sent&limit=5"`,
  hold: `${begin}
  -H "Content-Type: application/json" -H "Idempotency-Key: storm-1" \\
  -d '{"reason":"Storm."}' "$CARILLON_URL/api/hold"`,
} as const;

/** How to begin: the service's address and a token as variables, then three questions. */
export function showExamples({ words, site }: Visit): Html {
  const { tokens: said } = words;
  return html`<details class="note">
    <summary>${said.begin}</summary>
    <div class="inside">
      <p>${said.beginText}</p>
      <pre
        tabindex="0"
      ><code>${`export CARILLON_URL=${site.url}\nexport CARILLON_TOKEN=carillon_…`}</code></pre>
      ${Object.entries(said.examples).map(
        ([name, what]) =>
          html`<p>${what}</p>
            <pre tabindex="0"><code>${examples[name as keyof typeof examples]}</code></pre>`,
      )}
      <p>${said.beginMore}</p>
    </div>
  </details>`;
}
