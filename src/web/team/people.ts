import { html } from "hono/html";
import { roles, type Person, type Role } from "../../model/person.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showDay } from "../time.ts";
import type { Invited } from "./admission.ts";
import { button } from "./field.ts";
import { open, type House } from "./open.ts";
import type { Visit } from "./visit.ts";

/** `/desk/people`: who may sign in, and what they may do. */
export function addPeople(house: House): void {
  const { admission } = house;
  open(house, "GET /desk/people", (visit) => showPeople(house, visit, null));
  open(house, "POST /desk/people/invite", (visit) => invite(house, visit));
  open(house, "POST /desk/people/:id/role", async (visit) => {
    const role = roleOf((await visit.form()).get("role"));
    return after(visit, await admission.changeRole(visit.param("id"), role, byOf(visit)));
  });
  open(house, "POST /desk/people/:id/end", async (visit) =>
    after(visit, await admission.end(visit.param("id"), true, byOf(visit))),
  );
  open(house, "POST /desk/people/:id/let-in", async (visit) =>
    after(visit, await admission.end(visit.param("id"), false, byOf(visit))),
  );
  open(house, "POST /desk/invitations/:id/withdraw", async (visit) => {
    await admission.withdraw(visit.param("id"), byOf(visit));
    return after(visit, true);
  });
}

/** Nothing else can go wrong here: the rights were looked at by the door. */
const after = (visit: Visit, done: boolean): Response =>
  visit.go("/desk/people", done ? visit.words.admission.done : visit.words.admission.lastKey);

const roleOf = (name: string): Role => roles.find((role) => role === name) ?? "viewer";

/** The door lets nobody in who is not signed in. */
export function byOf({ visitor }: Visit): Person {
  if (visitor === null) throw new TypeError("Nobody is signed in.");
  return visitor.person;
}

async function invite(house: House, visit: Visit): Promise<Response> {
  const role = roleOf((await visit.form()).get("role"));
  const secret = await house.admission.invite(role, byOf(visit));
  return showPeople(house, visit, { role, link: `${visit.site.url}/join/${secret}` });
}

interface Made {
  readonly role: Role;
  readonly link: string;
}

async function showPeople({ admission }: House, visit: Visit, made: Made | null): Promise<Response> {
  const { admission: said, shell } = visit.words;
  const [people, invited] = await Promise.all([admission.people(), admission.invitations()]);
  const main = html`<p>${said.peopleText}</p>
    ${made && html`<p class="made" role="status">${said.theLink(shell.roles[made.role])} <code>${made.link}</code></p>`}
    <ul class="rows persons">
      ${people.map((one) => showPerson(visit, one))}
    </ul>
    <h2>${said.invite}</h2>
    <p>${said.inviteText}</p>
    <form class="line" method="post" action="${findRoot(visit.site)}/desk/people/invite">
      ${showRoles(visit, "invite", "author")}
      <button>${said.makeLink}</button>
    </form>
    ${invited.length > 0 && showInvited(visit, invited)}
    <p><a href="${findRoot(visit.site)}/desk/tokens">${visit.words.tokens.title}</a></p>`;
  return visit.page({ title: said.people, main, here: "people" });
}

function showPerson(visit: Visit, { id, name, login, role, joinedAt, endedAt }: Person): Html {
  const { admission: said } = visit.words;
  const path = `${findRoot(visit.site)}/desk/people/${id}`;
  return html`<li>
    <span><b dir="auto">${name}</b> <span class="quiet" dir="auto">${login}</span></span>
    <span class="quiet"
      >${endedAt === null ? html`${said.joined("")}${showDay(joinedAt, visit.site, "", visit.words.code)}` : said.isOut}</span
    >
    <form class="line" method="post" action="${path}/role">
      ${showRoles(visit, id, role)}
      <button>${said.changeRole}</button>
    </form>
    ${endedAt === null ? button(`${path}/end`, said.shutOut) : button(`${path}/let-in`, said.letIn)}
  </li>`;
}

function showRoles({ words }: Visit, id: string, chosen: Role): Html {
  return html`<label class="unseen" for="role-${id}">${words.admission.role}</label>
    <select id="role-${id}" name="role">
      ${roles.map(
        (role) =>
          html`<option value="${role}" ${role === chosen && html`selected`}>
            ${words.shell.roles[role]}
          </option>`,
      )}
    </select>`;
}

function showInvited(visit: Visit, invited: readonly Invited[]): Html {
  const { admission: said, shell } = visit.words;
  const path = `${findRoot(visit.site)}/desk/invitations`;
  return html`<h2>${said.openLinks}</h2>
    <ul class="rows">
      ${invited.map(
        ({ id, role, madeBy, until }) =>
          html`<li>
            <span>${shell.roles[role]}</span>
            <span class="quiet">${said.invitedBy(madeBy, until.slice(0, 10))}</span>
            ${button(`${path}/${encodeURIComponent(id)}/withdraw`, said.withdraw)}
          </li>`,
      )}
    </ul>`;
}
