// What every page does: the worker, the time zone of a new account, and the facts that still wait
// on this phone to be sent.

const key = "eccentric.outbox";
const member = document.body.dataset.member ?? "";

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
};

const write = (waiting) => localStorage.setItem(key, JSON.stringify(waiting));

/** Facts of this member that haven't been acknowledged yet. */
const waiting = () => read().filter((entry) => entry.member === member && entry.refused === undefined);

/** Those that can't be kept, each with its reason. */
const refused = () => read().filter((entry) => entry.member === member && entry.refused !== undefined);

/** Sets a fact aside, so that it blocks nothing. */
function refuse({ fact }, why) {
  write(read().map((entry) => (entry.member === member && entry.fact.id === fact.id ? { ...entry, refused: why } : entry)));
}

/** Why an answer refuses, in a sentence. */
async function reason(answer) {
  try {
    const said = await answer.json();
    return said.problems?.map((problem) => problem.message).join("; ") ?? said.error ?? "it can’t be kept";
  } catch {
    return "it can’t be kept";
  }
}

/** Keeps facts on the phone and sends them; with the same ids as often as it takes. */
export function send(facts) {
  write([...read(), ...facts.map((fact) => ({ member, fact }))]);
  return flush();
}

/** A new id; `crypto.randomUUID` is missing where there is no https. */
export function newID() {
  if (crypto.randomUUID) return crypto.randomUUID().toUpperCase();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5").toUpperCase();
}

/** An instant as facts carry it: whole seconds. */
export const instant = (date = new Date()) => date.toISOString().replace(/\.\d+Z$/, "Z");

let sending = null;

/** Sends what waits; resolves to whether nothing waits any more. */
export function flush() {
  sending ??= deliver().finally(() => {
    sending = null;
    show();
  });
  return sending;
}

async function deliver() {
  let together = 100;
  for (;;) {
    const slice = waiting().slice(0, together);
    if (slice.length === 0) return true;
    let answer;
    try {
      answer = await fetch("/api/v1/facts", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ facts: slice.map((entry) => entry.fact) }),
      });
    } catch {
      return false;
    }
    if (answer.status === 400 || answer.status === 422) {
      // One of them can't be kept: the others are sent one by one, and that one is set aside.
      if (slice.length > 1) {
        together = 1;
        continue;
      }
      refuse(slice[0], await reason(answer));
      continue;
    }
    if (!answer.ok) return false;
    const sent = new Set(slice.map((entry) => entry.fact.id));
    write(read().filter((entry) => entry.member !== member || !sent.has(entry.fact.id)));
  }
}

function show() {
  const status = document.getElementById("outbox");
  const count = waiting().length;
  if (status) {
    status.textContent =
      count === 0 ? "" : `${count} ${count === 1 ? "entry waits" : "entries wait"} to be sent`;
    for (const { fact, refused: why } of refused()) {
      const away = document.createElement("button");
      away.type = "button";
      away.className = "quiet";
      away.textContent = "Throw it away";
      away.addEventListener("click", () => {
        write(read().filter((entry) => entry.member !== member || entry.fact.id !== fact.id));
        show();
      });
      const said = document.createElement("p");
      said.className = "problem";
      said.textContent = `${fact.body.exercise ?? fact.kind} of ${new Date(fact.at).toLocaleString()} can’t be kept: ${why}. `;
      said.append(away);
      status.append(said);
    }
  }
}

for (const field of document.querySelectorAll("[data-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

if ("serviceWorker" in navigator) navigator.serviceWorker.register("/worker.js").catch(() => {});

if (member) {
  show();
  const had = waiting().length > 0;
  flush().then((done) => {
    // What was sent just now isn't in the page yet.
    if (had && done && ["/today", "/history"].includes(location.pathname)) location.reload();
  });
  addEventListener("online", flush);
}
