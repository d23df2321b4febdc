// Facts that wait on this phone to be sent. Each goes out with the same id as often as it takes, and comes
// back with a receipt of its own: kept, or refused with the reason.

const key = "eccentric.outbox";
const member = document.body.dataset.member ?? "";

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
};

const write = (entries) => localStorage.setItem(key, JSON.stringify(entries));
const isOurs = (entry, id) => entry.member === member && entry.fact.id === id;

/** Facts of this member that haven't been acknowledged yet. */
export const waiting = () => read().filter((entry) => entry.member === member && entry.refused === undefined);

/** Those that can't be kept, each with its reason. */
export const refused = () => read().filter((entry) => entry.member === member && entry.refused !== undefined);

/** A fact is kept, or thrown away: it waits no more. */
export const forget = (id) => write(read().filter((entry) => !isOurs(entry, id)));

/** A fact is set aside, so that it blocks nothing. */
const refuse = (id, why) => write(read().map((entry) => (isOurs(entry, id) ? { ...entry, refused: why } : entry)));

export const add = (facts) => write([...read(), ...facts.map((fact) => ({ member, fact }))]);

/** A new id; `crypto.randomUUID` is missing where there is no https. */
export function newID() {
  if (crypto.randomUUID) return crypto.randomUUID().toUpperCase();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5").toUpperCase();
}

/** So far off is a clock that is set wrongly; less is none of our business. */
const farOff = 40 * 60e3;

/**
 * How far this phone's clock is behind the server's, in milliseconds; 0 where it is about right. A page that
 * comes fresh from the server says what time it is; without a network the last one counts.
 */
const behind = (() => {
  const { at, kept } = document.body.dataset;
  if (at !== undefined && kept === undefined) {
    const off = new Date(at).getTime() - Date.now();
    localStorage.setItem("eccentric.behind", String(Math.abs(off) > farOff ? off : 0));
  }
  return Number(localStorage.getItem("eccentric.behind")) || 0;
})();

/** An instant as facts carry it: whole seconds, by the server's clock where this phone's is wrong. */
export const instant = () => new Date(Date.now() + behind).toISOString().replace(/\.\d+Z$/, "Z");

/** Sends what waits; resolves to whether nothing waits any more. */
export async function deliver() {
  for (;;) {
    const slice = waiting().slice(0, 100).map((entry) => entry.fact);
    if (slice.length === 0) return true;
    let answer;
    let said;
    try {
      answer = await fetch("/api/v1/facts", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ facts: slice }),
      });
      said = await answer.json();
    } catch {
      return false;
    }
    if (!answer.ok && answer.status !== 400) return false;
    const bad = new Set();
    for (const { index, because } of said.refused ?? []) {
      bad.add(index);
      refuse(slice[index].id, because.join("; "));
    }
    // Nothing was kept and nothing refused: it will not get better by itself.
    if (!answer.ok && bad.size === 0) return false;
    slice.forEach((fact, index) => { if (!bad.has(index)) forget(fact.id); });
  }
}
