// The tempo player: leads a session set by set with picture and sound, runs the rest, and records
// what was done.

import { instant, newID, send } from "./app.js";
import { Sound } from "./sound.js";
import { at, timeline, words } from "./tempo.js";

const plan = JSON.parse(document.getElementById("plan").textContent);
const stage = document.getElementById("player");
const member = document.body.dataset.member ?? "";
const progressKey = "eccentric.progress";
const sound = new Sound();

/** The session on its way: its id, how many sets are done, whether it has been announced. */
const progress = resume();

/** An element with attributes, listeners and children; text is never read as HTML. */
function el(name, attributes = {}, ...children) {
  const isSVG = ["svg", "rect", "line", "path", "defs", "pattern"].includes(name);
  const element = isSVG
    ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

const button = (text, onclick, attributes = {}) => el("button", { type: "button", onclick, ...attributes }, text);

function show(...children) {
  stage.replaceChildren(...children.filter(Boolean));
}

// What has been done

function resume() {
  const fresh = { session: plan.session ?? newID(), done: plan.doneSets, announced: plan.session !== undefined };
  try {
    const kept = JSON.parse(localStorage.getItem(progressKey));
    const isOurs =
      kept?.member === member && kept.title === plan.title && Date.now() - kept.at < 4 * 3600e3 &&
      (plan.session === undefined || kept.session === plan.session);
    if (isOurs && kept.done > fresh.done && kept.done < plan.sets.length) {
      return { session: kept.session, done: kept.done, announced: true };
    }
  } catch {
    // Nothing usable is kept: the session starts where the server says.
  }
  return fresh;
}

function keepProgress() {
  localStorage.setItem(
    progressKey,
    JSON.stringify({ member, title: plan.title, session: progress.session, done: progress.done, at: Date.now() }),
  );
}

function fact(kind, body) {
  return { id: newID(), at: instant(), kind, version: 1, body };
}

function record(set, result) {
  const facts = [];
  if (!progress.announced) {
    const session = { id: progress.session, title: plan.title };
    if (plan.program !== undefined) session.program = plan.program;
    facts.push(fact("session", session));
    progress.announced = true;
  }
  const body = {
    exercise: set.exercise,
    kind: set.kind,
    load: loadOf(set, result.amount),
    reps: result.reps,
    tempo: set.tempo,
    controlledReps: Math.max(0, result.reps - result.lost),
    session: progress.session,
  };
  if (set.wayUpKind) body.wayUp = set.wayUpKind;
  if (result.reserve !== undefined) body.repsInReserve = result.reserve;
  facts.push(fact("workSet", body));
  send(facts);
}

function loadOf(set, amount) {
  const load = {};
  if (set.unit !== undefined && amount > 0) load.external = `${amount} ${set.unit}`;
  if (set.load?.assistance !== undefined) load.assistance = set.load.assistance;
  return load;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const amountOf = (set) => Number.parseFloat(set.load?.external ?? "0") || 0;

// The screens, in the order they come

const reps = (set) => (set.repsUpTo ? `${set.reps}–${set.repsUpTo}` : `${set.reps}`);

function heading(set) {
  return el(
    "div", {},
    el("p", { class: "where" }, `Set ${progress.done + 1} of ${plan.sets.length}`),
    el("p", { class: "what" }, `${set.name} `, set.kind === "negative" ? el("span", { class: "badge eccentric" }, "Negatives") : undefined),
    el("p", { class: "dosage" }, `${reps(set)} × ${set.loadText}`),
    el("p", { class: "where" }, `Tempo ${set.tempo}${set.wayUp ? `, ${set.wayUp}` : ""} · keep ${set.repsInReserve} in reserve`),
    set.wayUpExplanation ? el("p", {}, set.wayUpExplanation) : undefined,
    set.cue ? el("p", {}, set.cue) : undefined,
  );
}

function ready() {
  const set = plan.sets[progress.done];
  if (!set) return finished();
  const start = button("Start the set", () => countDown(set));
  show(
    heading(set), start,
    el(
      "div", { class: "row" },
      button(sound.isOn ? "Sound is on" : "Sound is off", (event) => {
        sound.isOn = !sound.isOn;
        event.target.textContent = sound.isOn ? "Sound is on" : "Sound is off";
      }, { class: "quiet" }),
      button("Skip this set", skip, { class: "quiet" }),
    ),
  );
  start.focus();
}

function skip() {
  progress.done += 1;
  keepProgress();
  ready();
}

function countDown(set) {
  sound.wake();
  keepAwake();
  let left = 3;
  const { node, update } = picture(set);
  show(heading(set), node);
  const tick = () => {
    if (left === 0) return lead(set, node, update);
    update({ phase: "pauseTop", height: set.begins === "eccentric" || set.kind === "negative" ? 1 : 0, count: left, word: "Get ready", rep: 0 });
    sound.tick();
    left -= 1;
    setTimeout(tick, 1000);
  };
  tick();
}

/** The moving weight and what is read beside it. */
function picture(set) {
  const top = 20;
  const bottom = 260;
  const weight = el("rect", { class: "weight", x: 10, width: 80, height: 44, rx: 10 });
  const trail = el("rect", { class: "trail", x: 22, width: 56, rx: 8 });
  const arrow = el("path", { class: "arrow" });
  const count = el("div", { class: "count" });
  const word = el("div", { class: "word" });
  const rep = el("div", { class: "reps" });
  const node = el(
    "div", { class: "stage" },
    el(
      "svg", { viewBox: "0 0 100 320", "aria-hidden": "true" },
      el("defs", {}, el("pattern", { id: "assisted", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, el("rect", { class: "hatch", width: 4, height: 8 }))),
      el("line", { class: "rail", x1: 50, x2: 50, y1: 10, y2: 310 }), trail, weight, arrow,
    ),
    el("div", { class: "readout" }, rep, count, word),
  );
  const update = (now) => {
    const y = bottom - now.height * (bottom - top);
    node.className = `stage ${now.phase}`;
    weight.setAttribute("y", y);
    const from = now.phase === "eccentric" ? top : y + 22;
    trail.setAttribute("y", from);
    trail.setAttribute("height", Math.max(0, (now.phase === "eccentric" ? y + 22 : bottom + 44) - from));
    const middle = y + 22;
    arrow.setAttribute("d", {
      eccentric: `M38 ${middle - 5} l12 10 l12 -10`,
      concentric: `M38 ${middle + 5} l12 -10 l12 10`,
      assisted: `M38 ${middle + 5} l12 -10 l12 10`,
    }[now.phase] ?? `M38 ${middle} h24`);
    count.textContent = now.count;
    word.textContent = now.word;
    rep.textContent = now.rep > 0 ? `Rep ${now.rep} of ${reps(set)}` : "";
  };
  return { node, update };
}

/** Leads through the reps until the last, or until somebody ends the set. */
function lead(set, node, update) {
  const segments = timeline(set);
  const lost = new Set();
  let began = performance.now();
  let pausedAt;
  let last;
  let lastSecond;
  let frame;
  const word = (phase) => (phase === "assisted" && set.wayUp ? capital(set.wayUp) : words[phase]);

  const end = (done) => {
    cancelAnimationFrame(frame);
    sound.quiet();
    afterSet(set, done, Math.min(lost.size, done));
  };
  const step = (time) => {
    const now = at(segments, (time - began) / 1000);
    if (!now) return end(set.repsUpTo ?? set.reps);
    if (now.start !== last?.start) {
      sound.phase(now.phase, now.end - now.start);
      navigator.vibrate?.(now.phase === "eccentric" ? [60, 40, 60] : 40);
      isLost.setAttribute("aria-pressed", String(lost.has(now.rep)));
    }
    const second = Math.ceil(now.left);
    if (second !== lastSecond && now.start === last?.start) sound.tick();
    lastSecond = second;
    last = now;
    update({ ...now, count: Math.max(1, second), word: word(now.phase) });
    frame = requestAnimationFrame(step);
  };
  const pause = button("Pause", () => {
    if (pausedAt === undefined) {
      pausedAt = performance.now();
      cancelAnimationFrame(frame);
      sound.quiet();
      pause.textContent = "Go on";
    } else {
      began += performance.now() - pausedAt;
      pausedAt = undefined;
      pause.textContent = "Pause";
      frame = requestAnimationFrame(step);
    }
  }, { class: "quiet" });
  const isLost = button("Lost control", () => {
    if (!last) return;
    if (!lost.delete(last.rep)) lost.add(last.rep);
    isLost.setAttribute("aria-pressed", String(lost.has(last.rep)));
  }, { class: "quiet lost", "aria-pressed": "false" });
  // A rep counts when its lowering is over.
  const counted = () => {
    if (!last) return 0;
    const isOver = segments.some(
      (segment) => segment.rep === last.rep && segment.phase === "eccentric" && segment.end <= last.end - last.left);
    return last.rep - (isOver ? 0 : 1);
  };
  show(
    heading(set), node,
    el("div", { class: "row" }, pause, isLost),
    button("End the set", () => end(counted())),
  );
  frame = requestAnimationFrame((time) => {
    began = time;
    step(time);
  });
}

/** The next weight there is, up (1) or down (-1); the same where there is none. */
function nextWeight(set, value, way) {
  if (!set.weights) return Math.max(0, Math.round((value + way * set.step) * 100) / 100);
  const further = set.weights.filter((weight) => way * (weight - value) > 0.005);
  return (way > 0 ? further[0] : further.at(-1)) ?? value;
}

const byOne = (value, way) => Math.max(0, value + way);

function stepper(name, value, next, onchange) {
  const output = el("output", { "aria-label": name }, String(value));
  const change = (way) => () => {
    value = next(value, way);
    output.textContent = String(value);
    onchange(value);
  };
  return el(
    "div", { class: "stepper", role: "group", "aria-label": name },
    el("span", { class: "name" }, name),
    button("−", change(-1), { class: "quiet", "aria-label": `Less: ${name}` }),
    output,
    button("+", change(1), { class: "quiet", "aria-label": `More: ${name}` }),
  );
}

function segments(name, choices, chosen, onchange) {
  const buttons = choices.map((choice) =>
    button(choice.text, () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === buttons[choices.indexOf(choice)]));
      onchange(choice.value);
    }, { class: "quiet", "aria-pressed": String(choice.value === chosen) }));
  return el("div", { class: "segments", role: "group", "aria-label": name }, el("span", { class: "name" }, name), ...buttons);
}

/** What was done, prefilled with what was asked for. */
function afterSet(set, done, lost) {
  const result = { reps: done, amount: amountOf(set), lost, reserve: undefined };
  const save = button("Save the set", () => {
    if (result.reps > 0) record(set, result);
    progress.done += 1;
    keepProgress();
    if (progress.done >= plan.sets.length) return finished();
    rest(set.restSeconds);
  });
  show(
    el("p", { class: "where" }, `Set ${progress.done + 1} of ${plan.sets.length}`),
    el("p", { class: "what" }, set.name),
    stepper("Reps done", result.reps, byOne, (value) => { result.reps = value; }),
    set.unit === undefined ? undefined : stepper(`Weight in ${set.unit}`, result.amount, (value, way) => nextWeight(set, value, way), (value) => { result.amount = value; }),
    stepper("Of these, lowered without control", result.lost, byOne, (value) => { result.lost = value; }),
    set.kind === "negative" ? undefined : segments(
      "How many more would have gone?",
      [0, 1, 2, 3, 4, 5].map((value) => ({ value, text: value === 5 ? "5+" : String(value) })),
      undefined, (value) => { result.reserve = value; }),
    save,
  );
  save.focus();
}

function rest(seconds) {
  const until = Date.now() + seconds * 1000;
  const timer = el("div", { class: "timer", role: "timer" });
  const next = plan.sets[progress.done];
  let over = false;
  const stop = () => {
    clearInterval(interval);
    ready();
  };
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    timer.textContent = left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "0:00";
    if (left > 0 && left <= 3) sound.tick();
    if (left <= 0 && !over) {
      over = true;
      sound.phase("concentric", 0.4);
      navigator.vibrate?.([200, 100, 200]);
      go.textContent = "Rest is over: next set";
    }
  };
  const go = button("Next set now", stop);
  show(el("p", { class: "where" }, "Rest"), timer, el("p", {}, `Next: ${next.name}, ${reps(next)} × ${next.loadText}`), go);
  const interval = setInterval(tick, 250);
  tick();
}

function finished() {
  localStorage.removeItem(progressKey);
  show(
    el("p", { class: "what" }, "That was it."),
    el("p", {}, "Eat, sleep. Tomorrow: say how sore you are, in three taps."),
    el("a", { class: "button", href: "/today" }, "Today"),
  );
}

/** The screen stays on while somebody's hands are full. */
async function keepAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // The battery is low or the tab is hidden: the set goes on all the same.
  }
}

ready();
