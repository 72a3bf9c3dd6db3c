import { html } from "hono/html";
import type { Origin, Shown } from "../../model/shown.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import type { ConfigurationPart } from "./channels.ts";

/** Values of the configuration, each with where it comes from. */
export function showSettings(words: Words, { file, stale, values }: ConfigurationPart): Html {
  const { channels: said } = words;
  return html`${stale && showStale(words, file)}
    <div class="scroll" tabindex="0" role="region" aria-label="${said.settings}">
      <table class="settings">
        <thead>
          <tr>
            <th scope="col">${said.setting}</th>
            <th scope="col">${said.value}</th>
            <th scope="col">${said.origin}</th>
          </tr>
        </thead>
        <tbody>
          ${values.map((one) => showOne(words, one, file))}
        </tbody>
      </table>
    </div>`;
}

const showStale = ({ channels: said }: Words, file: string): Html =>
  html`<p class="problem">${said.stale(file)}</p>`;

function showOne(words: Words, { key, value, origin }: Shown, file: string): Html {
  const { channels: said } = words;
  return html`<tr>
    <th scope="row"><code>${key}</code></th>
    <td>
      ${value === null || value === "" ? html`<span class="quiet">${value === null ? said.secret : said.empty}</span>` : html`<span dir="auto">${value}</span>`}
    </td>
    <td class="quiet">${nameOrigin(words, origin, file)}</td>
  </tr>`;
}

function nameOrigin({ channels: said }: Words, origin: Origin, file: string): string {
  switch (origin.kind) {
    case "file": {
      const { line, variables } = origin;
      const names = variables.map((name) => `\${${name}}`).join(", ");
      const place = said.fromFile(file, line);
      return names === "" ? place : `${place}, ${said.fromVariable(names)}`;
    }
    case "environment":
      return said.fromEnvironment(origin.name);
    case "default":
      return said.fromDefault;
    case "connected":
      return said.fromSignIn;
    case "unknown":
      return said.fromUnknown;
  }
}
