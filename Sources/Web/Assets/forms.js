// Forms that were sent without a network wait on the phone and go out when there is one.

import { instant, newID } from "./outbox.js";

const name = "eccentric-forms";
const member = document.body.dataset.member ?? "";

/** What waits of this member, the oldest first. */
export async function waitingForms() {
  if (!("caches" in window)) return [];
  const cache = await caches.open(name);
  const keys = await cache.keys();
  const forms = await Promise.all(keys.map(async (key) => ({ key, ...await (await cache.match(key)).json() })));
  return forms.filter((form) => form.member === member).sort((a, b) => (a.key.url < b.key.url ? -1 : 1));
}

const forget = async (form) => (await caches.open(name)).delete(form.key);
const change = async (form, more) =>
  (await caches.open(name)).put(form.key, new Response(JSON.stringify({ path: form.path, member, body: form.body, ...more })));

/** Sends what waits; says whether something went out. What the server hands back waits to be put right. */
export async function sendForms() {
  let sent = false;
  for (const form of await waitingForms()) {
    if (form.isRefused) continue;
    let answer;
    // How long it waited is what counts.
    const fields = new URLSearchParams(form.body);
    fields.set("clock", instant());
    try {
      answer = await fetch(form.path, {
        method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: fields,
      });
    } catch {
      return sent;
    }
    if (answer.ok) {
      await forget(form);
      sent = true;
    } else if (answer.status === 400 || answer.status === 422) {
      await change(form, { isRefused: true });
    } else {
      return sent;
    }
  }
  return sent;
}

/** Opens a form that was handed back, as it was typed, with what is wrong beside its fields. */
export async function putRight(form) {
  const again = document.createElement("form");
  again.method = "post";
  again.action = form.path;
  again.hidden = true;
  for (const [field, value] of new URLSearchParams(form.body)) {
    const input = document.createElement("input");
    [input.type, input.name, input.value] = ["hidden", field, value];
    again.append(input);
  }
  document.body.append(again);
  await forget(form);
  again.submit();
}

export const throwAway = forget;

const isSameDay = (one, other) => one.toDateString() === other.toDateString();

/**
 * Makes forms ready to wait: they know whose they are and when they are sent. A page that was kept may be
 * opened again and again, and each check-in on it is another; a log is another only on another day.
 */
export function prepareForms() {
  const isKept = "kept" in document.body.dataset;
  const isOld = isKept && !isSameDay(new Date(document.body.dataset.at), new Date());
  for (const form of document.querySelectorAll("form[data-waits]")) {
    const whose = document.createElement("input");
    [whose.type, whose.name, whose.value] = ["hidden", "member", member];
    const when = document.createElement("input");
    [when.type, when.name] = ["hidden", "saidAt"];
    form.append(whose, when);
    form.addEventListener("submit", () => { when.value = instant(); });
    if (!isOld && !(isKept && form.dataset.waits === "check-in")) continue;
    for (const input of form.querySelectorAll("input[type=hidden]")) {
      if (/^(id\d*|session)$/.test(input.name)) input.value = newID();
      if (input.name === "isBegun") input.value = "";
    }
  }
}
