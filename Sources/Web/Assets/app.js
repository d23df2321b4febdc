// What every page does: the worker, the time zone of a new account, and what still waits on this phone to
// be sent.

import { add, deliver, forget, refused, waiting } from "./outbox.js";
import { prepareForms, putRight, sendForms, throwAway, waitingForms } from "./forms.js";

export { instant, newID } from "./outbox.js";

const member = document.body.dataset.member ?? "";

/** Keeps facts on the phone and sends them; with the same ids as often as it takes. */
export function send(facts) {
  add(facts);
  return flush();
}

let sending = null;

/** Sends what waits; resolves to whether nothing waits any more. */
export function flush() {
  sending ??= deliver().finally(() => {
    sending = null;
    show();
  });
  return sending;
}

function button(text, action) {
  const made = document.createElement("button");
  [made.type, made.className, made.textContent] = ["button", "quiet", text];
  made.addEventListener("click", action);
  return made;
}

function problem(sentence, ...buttons) {
  const said = document.createElement("p");
  said.className = "problem";
  said.append(sentence, ...buttons);
  return said;
}

/** A set that can't be kept is opened as a form, with the reason beside its field. */
function mend(fact) {
  const form = document.createElement("form");
  const input = document.createElement("input");
  [form.method, form.action, form.hidden] = ["post", "/history/refused", true];
  [input.type, input.name, input.value] = ["hidden", "fact", JSON.stringify(fact)];
  form.append(input);
  document.body.append(form);
  form.submit();
}

const nameOf = (fact) => fact.body?.nameAsWritten ?? fact.body?.exercise?.replaceAll("-", " ") ?? fact.kind;

async function show() {
  const status = document.getElementById("outbox");
  if (!status) return;
  const forms = await waitingForms().catch(() => []);
  const count = waiting().length + forms.filter((form) => !form.isRefused).length;
  const shown = [];
  if (count > 0) shown.push(`${count} ${count === 1 ? "entry waits" : "entries wait"} to be sent`);
  for (const { fact, refused: why } of refused()) {
    shown.push(problem(
      `${nameOf(fact)} of ${new Date(fact.at).toLocaleString()} can’t be kept: ${why}. `,
      button("Put it right", () => mend(fact)),
      button("Throw it away", () => {
        forget(fact.id);
        show();
      })));
  }
  for (const form of forms.filter((other) => other.isRefused)) {
    shown.push(problem(
      "What you entered without a network needs a look. ",
      button("Put it right", () => putRight(form)),
      button("Throw it away", () => throwAway(form).then(show))));
  }
  status.replaceChildren(...shown);
}

/** A page that comes from the phone says of when it is. */
function sayWhen() {
  if (!("kept" in document.body.dataset)) return;
  const said = document.createElement("p");
  [said.className, said.textContent] = [
    "hint", `There is no network: this is as of ${new Date(document.body.dataset.at).toLocaleString([], { weekday: "long", hour: "2-digit", minute: "2-digit" })}.`];
  document.getElementById("main")?.prepend(said);
}

/**
 * Today, the player, the log and the check-in open without a network once today was seen. While today says
 * the same the others do too, and aren't asked for again.
 */
async function keepPages() {
  const today = document.getElementById("main").textContent;
  const worker = navigator.serviceWorker;
  await worker.ready;
  if (!worker.controller) await new Promise((resolve) => worker.addEventListener("controllerchange", resolve, { once: true }));
  if (await (await caches.match("/seen"))?.text() === today) return;
  for (const path of ["/today", "/train", "/log", "/soreness"]) {
    if (path !== location.pathname || location.search) await fetch(path);
  }
  // What came before the worker did isn't kept yet.
  if (!(await caches.match("/today"))) await fetch("/today");
  // Kept beside the pages, so that it goes when they go.
  const pages = (await caches.keys()).find((name) => name.startsWith("eccentric-pages"));
  if (pages) await (await caches.open(pages)).put("/seen", new Response(today));
}

/** A second tap, or Backspace, takes a rating back. */
function takeBackRatings() {
  for (const input of document.querySelectorAll(".rate input")) {
    let was = input.checked;
    const rest = () => document.querySelectorAll(`input[name="${input.name}"]`);
    const forgetTap = () => { for (const other of rest()) other.dispatchEvent(new CustomEvent("rated")); };
    input.addEventListener("rated", () => { was = input.checked; });
    input.addEventListener("click", () => {
      if (was) input.checked = false;
      forgetTap();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Backspace" && event.key !== "Delete") return;
      for (const other of rest()) other.checked = false;
      forgetTap();
      event.preventDefault();
    });
  }
}

/** One tap says no to all that is still open of the questions above it. */
function answerTheRest() {
  for (const none of document.querySelectorAll("[data-no-to-all]")) {
    none.hidden = false;
    none.addEventListener("click", () => {
      for (const question of document.querySelectorAll("fieldset.question")) {
        if (!question.querySelector("input:checked")) question.querySelector("input[value=no]").checked = true;
      }
    });
  }
}

takeBackRatings();
answerTheRest();

for (const field of document.querySelectorAll("[data-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/worker.js").catch(() => {});
  const isFresh = !("kept" in document.body.dataset);
  if (member && isFresh && location.pathname === "/today") keepPages().catch(() => {});
}

async function sendAll() {
  const had = waiting().length > 0;
  const facts = await flush();
  const forms = await sendForms().catch(() => false);
  await show();
  return (had && facts) || forms;
}

if (member) {
  for (const { dataset } of document.querySelectorAll("[data-kept-fact]")) forget(dataset.keptFact);
  prepareForms();
  sayWhen();
  show();
  sendAll().then((isNew) => {
    // What was sent just now isn't in the page yet.
    if (isNew && ["/today", "/history"].includes(location.pathname)) location.reload();
  });
  addEventListener("online", sendAll);
}
