// Moves posts of the calendar by mouse and by keyboard; what it does is what the form of each post does.
const status = document.getElementById("moved");
const days = [...document.querySelectorAll(".days > [data-date]")];
/** The post in hand: where it is from, when it would go out there, and what stands against it by day. */
let held = null;

const say = (text) => {
  if (status) status.textContent = text;
};

const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const two = (number) => String(number).padStart(2, "0");
const timeOf = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

async function askPlaces(chip) {
  const span = new URLSearchParams({ first: days[0].dataset.date, last: days.at(-1).dataset.date });
  try {
    const answer = await fetch(`${chip.querySelector("a").href}/places?${span}`);
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

async function take(chip, byHand) {
  const minute = minutesOf(chip.dataset.time);
  const mine = { chip, own: minute, minute, day: chip.closest("[data-date]"), places: null };
  held = mine;
  mine.places = await askPlaces(chip);
  if (held !== mine) return;
  if (byHand) showHours();
  mark();
  if (mine.gone) tell();
}

/** What the server says of that time there: it plans by the same rules. */
function troubleAt({ places, day, minute }) {
  const found = places?.[day.dataset.date]?.find(([from, to]) => from <= minute && minute < to);
  return found?.[2] ?? "";
}

const verdict = document.createElement("p");
verdict.className = "verdict";
verdict.dir = "auto";
verdict.setAttribute("aria-hidden", "true");

function mark() {
  for (const one of days) one.classList.remove("over", "clash");
  if (!held?.day) return verdict.remove();
  const { day, minute, own, places } = held;
  const trouble = troubleAt(held);
  day.classList.add("over");
  day.classList.toggle("clash", trouble !== "");
  verdict.textContent = [timeOf(minute), trouble || (places && status.dataset.free)]
    .filter(Boolean)
    .join(" ");
  const hours = minute === own ? null : day.querySelector(".hours");
  const share = (minute / 1440) * 100;
  verdict.style.top = hours ? `${share}%` : "";
  verdict.style.translate = hours ? `0 -${share}%` : "";
  (hours ?? day).append(verdict);
}

/** A week's days as high as they are long, with what stands against each hour. */
function showHours() {
  if (!document.querySelector(".days.week") || !matchMedia("(width >= 48rem)").matches) return;
  for (const day of days) {
    const hours = document.createElement("div");
    hours.className = "hours";
    hours.setAttribute("aria-hidden", "true");
    for (const [from, to] of held.places[day.dataset.date] ?? []) {
      const band = document.createElement("span");
      band.style.top = `${(from / 1440) * 100}%`;
      band.style.height = `${((to - from) / 1440) * 100}%`;
      hours.append(band);
    }
    day.append(hours);
  }
}

/** Half an hour of the day under the mouse; its own time above the hours, and where there are none. */
function minuteAt(day, y) {
  const box = day.querySelector(".hours")?.getBoundingClientRect();
  if (!box || y < box.top) return held.own;
  const halves = Math.round(((y - box.top) / box.height) * 48);
  return Math.min(47, halves) * 30;
}

function letGo() {
  held = null;
  mark();
  for (const one of document.querySelectorAll(".hours")) one.remove();
}

function drop() {
  const { chip, day, minute, own } = held;
  letGo();
  const form = chip.querySelector("form");
  if (!form || !day || (day.contains(chip) && minute === own)) return say(status.dataset.left);
  form.elements.date.value = day.dataset.date;
  form.elements.time.value = timeOf(minute);
  form.requestSubmit(form.querySelector("button:not([name])"));
}

document.addEventListener("dragstart", (event) => {
  const chip = event.target.closest?.("[data-movable]");
  if (!chip) return;
  event.dataTransfer.setData("text/plain", chip.id);
  void take(chip, true);
});
document.addEventListener("dragover", (event) => {
  const day = event.target.closest?.(".days > [data-date]");
  if (!held || !day) return;
  event.preventDefault();
  held.day = day;
  held.minute = minuteAt(day, event.clientY);
  mark();
});
document.addEventListener("drop", (event) => {
  if (!held || !event.target.closest?.(".days > [data-date]")) return;
  event.preventDefault();
  drop();
});
document.addEventListener("dragend", letGo);

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const quarters = { ArrowUp: -1, ArrowDown: 1 };

function go(step) {
  const at = Math.min(days.length - 1, Math.max(0, days.indexOf(held.day) + step));
  held.day = days[at];
  held.gone = true;
  mark();
  tell();
}

/** To the next quarter of an hour of the same day. */
function turn(step) {
  const quarter = step < 0 ? Math.ceil(held.minute / 15) : Math.floor(held.minute / 15);
  held.minute = Math.min(95, Math.max(0, quarter + step)) * 15;
  held.gone = true;
  mark();
  tell();
}

function tell() {
  const name = held.day.querySelector("time")?.textContent.trim() ?? held.day.dataset.date;
  const day = held.day.querySelector(".date .name")?.textContent ?? name;
  say([`${status.dataset.over} ${day}, ${timeOf(held.minute)}`, troubleAt(held)].filter(Boolean).join(", "));
}

document.addEventListener("keydown", (event) => {
  const chip = event.target.closest?.("[data-movable]");
  if (event.target.closest?.("input, select, textarea")) return;
  if (!held && chip && event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey) {
    void take(chip, false);
    mark();
    say(status.dataset.grabbed);
  } else if (held && event.shiftKey && event.key in quarters) turn(quarters[event.key]);
  else if (held && event.key in steps) go(steps[event.key]);
  else if (held && event.key === "Enter") drop();
  else if (held && event.key === "Escape") {
    letGo();
    say(status.dataset.left);
  } else return;
  event.preventDefault();
});
