// Where a session stands, kept on the phone with every change: a reload, a locked screen or a tap on the
// navigation loses nothing.

import { newID } from "./app.js";

const key = "eccentric.progress";
const longest = 4 * 3600e3;

/** The day on this phone's clock, as plans name it. */
const today = () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/**
 * The session on its way: its id, what became of each set (`done`, `skipped`, `dropped`), the reps and
 * weights of those that were done, and the set that was left in the middle.
 */
export function resume(plan, member) {
  // A plan that was kept on the phone for another day is a session of its own.
  const isOld = "kept" in document.body.dataset && !plan.isBegun && plan.day !== today();
  const fresh = {
    member, title: plan.title, session: isOld ? newID() : plan.session, isOld,
    isAnnounced: plan.isBegun, sets: plan.sets.map(() => "open"), reps: {}, weights: {}, warmed: {}, said: [],
  };
  // What the server knows of goes before what this phone remembers: it may have been done elsewhere.
  const known = (progress) => {
    progress.sets = progress.sets.map((state, index) => (plan.done[index] ? "done" : state));
    return progress;
  };
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    const isOurs =
      kept?.member === member && kept.title === plan.title && Date.now() - kept.at < longest &&
      kept.sets?.length === plan.sets.length && kept.sets.includes("open") &&
      (kept.session === plan.session || (kept.isOld && !plan.isBegun));
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
