// Where a session stands, kept on the phone with every change: a reload, a locked screen or a tap on the
// navigation loses nothing.

import { newID } from "./app.js";

const key = "eccentric.progress";
const longest = 4 * 3600e3;

/**
 * The session on its way: its id, what became of each set (`done`, `skipped`, `dropped`), the weights
 * that were used, and the set that was left in the middle.
 */
export function resume(plan, member) {
  const fresh = {
    member, title: plan.title, session: plan.session ?? newID(),
    isAnnounced: plan.session !== undefined, sets: plan.sets.map(() => "open"), weights: {}, said: [],
  };
  // What the server knows of goes before what this phone remembers: it may have been done elsewhere.
  const known = (progress) => {
    let missing = plan.doneSets - progress.sets.filter((state) => state === "done").length;
    progress.sets = progress.sets.map((state) => (state === "open" && missing-- > 0 ? "done" : state));
    return progress;
  };
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    const isOurs =
      kept?.member === member && kept.title === plan.title && Date.now() - kept.at < longest &&
      kept.sets?.length === plan.sets.length && kept.sets.includes("open") &&
      (plan.session === undefined || kept.session === plan.session);
    if (isOurs) return known({ ...fresh, ...kept });
  } catch {
    // Nothing usable is kept: the session starts where the server says.
  }
  return known(fresh);
}

export function keep(progress) {
  localStorage.setItem(key, JSON.stringify({ ...progress, at: Date.now() }));
}

export function forget() {
  localStorage.removeItem(key);
}
