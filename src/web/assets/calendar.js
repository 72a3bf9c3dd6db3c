// Moves posts of the calendar by mouse and by keyboard; what it does is what the form of each post does.
const status = document.getElementById("moved");
const days = [...document.querySelectorAll(".days > [data-date]")];
let held = null;

const say = (text) => {
  if (status) status.textContent = text;
};

function submit(chip, day) {
  const form = chip.querySelector("form");
  if (!form || day.contains(chip)) return;
  form.elements.date.value = day.dataset.date;
  form.requestSubmit(form.querySelector("button:not([name])"));
}

/** The same account at nearly the same time there, or quiet all day. */
function troubleAt(chip, day) {
  if ((day.dataset.quiet ?? "").split(" ").includes(chip.dataset.account)) return true;
  const others = [...day.querySelectorAll(".chip")].filter((one) => one !== chip);
  return others.some((one) => one.dataset.account === chip.dataset.account && isNear(one, chip));
}

const minutes = ({ dataset }) => Number(dataset.time.slice(0, 2)) * 60 + Number(dataset.time.slice(3));
const isNear = (one, other) => Math.abs(minutes(one) - minutes(other)) < 5;

function mark(day) {
  for (const one of days) one.classList.remove("over", "clash");
  if (!day || !held) return;
  day.classList.add("over");
  day.classList.toggle("clash", troubleAt(held, day));
}

function drop(day) {
  const chip = held;
  held = null;
  mark(null);
  if (chip && day) submit(chip, day);
}

document.addEventListener("dragstart", (event) => {
  held = event.target.closest?.("[data-movable]") ?? null;
  if (held) event.dataTransfer.setData("text/plain", held.id);
});
document.addEventListener("dragover", (event) => {
  const day = event.target.closest?.(".days > [data-date]");
  if (!held || !day) return;
  event.preventDefault();
  mark(day);
});
document.addEventListener("drop", (event) => {
  const day = event.target.closest?.(".days > [data-date]");
  if (!held || !day) return;
  event.preventDefault();
  drop(day);
});
document.addEventListener("dragend", () => {
  held = null;
  mark(null);
});

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
let at = -1;

function grab(chip) {
  held = chip;
  at = days.indexOf(chip.closest("[data-date]"));
  mark(days[at]);
  say(status.dataset.grabbed);
}

function go(step) {
  at = Math.min(days.length - 1, Math.max(0, at + step));
  mark(days[at]);
  const name = days[at].querySelector("time")?.textContent.trim() ?? days[at].dataset.date;
  const clash = troubleAt(held, days[at]) ? `, ${status.dataset.collides}` : "";
  say(`${status.dataset.over} ${name}${clash}`);
}

document.addEventListener("keydown", (event) => {
  const chip = event.target.closest?.("[data-movable]");
  if (event.target.closest?.("input, select, textarea")) return;
  if (!held && chip && event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey) grab(chip);
  else if (held && event.key in steps) go(steps[event.key]);
  else if (held && event.key === "Enter") drop(days[at]);
  else if (held && event.key === "Escape") {
    drop(null);
    say(status.dataset.left);
  } else return;
  event.preventDefault();
});
