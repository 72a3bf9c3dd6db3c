import { html } from "hono/html";
import type { Html } from "../text.ts";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "password" | "url";
  readonly value?: string;
  readonly hint?: string;
  readonly autocomplete?: string;
  readonly required?: boolean;
  readonly least?: number;
}

/** A line to write in, with its label and hint said together. */
export function field({
  name,
  label,
  type = "text",
  value = "",
  hint,
  autocomplete,
  required,
  least,
}: Field): Html {
  return html`<p class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      ${autocomplete && html`autocomplete="${autocomplete}"`}
      ${least && html`minlength="${least}"`}
      ${required && html`required`}
      ${hint && html`aria-describedby="${name}-hint"`}
    />
    ${hint && html`<span class="quiet" id="${name}-hint">${hint}</span>`}
  </p>`;
}

/** A form of one button. */
export function button(action: string, label: string, kind = ""): Html {
  return html`<form class="one" method="post" action="${action}">
    <button class="${kind}">${label}</button>
  </form>`;
}

interface Choice {
  readonly name: string;
  readonly label: string;
  /** For none of them. */
  readonly any: string;
  readonly values: readonly string[];
  readonly chosen: string | undefined;
  /** How they are called, where otherwise. */
  readonly shown?: Readonly<Record<string, string>>;
}

/** A list to choose one from, or all. */
export function choice({ name, label, any, values, chosen, shown = {} }: Choice): Html {
  const option = (value: string): Html =>
    html`<option value="${value}" ${value === chosen && html`selected`}>${shown[value] ?? value}</option>`;
  return html`<label
    >${label}
    <select name="${name}">
      <option value="">${any}</option>
      ${values.map(option)}
    </select></label
  >`;
}
