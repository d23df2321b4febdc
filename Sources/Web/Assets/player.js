// The tempo player: leads a session set by set, runs the rest, and keeps what was done.

import { instant, newID, send } from "./app.js";
import { lead, picture } from "./lead.js";
import { button, byOne, capital, clock, el, number, segments, select, stepper } from "./parts.js";
import { forget, keep, resume } from "./progress.js";
import { Sound } from "./sound.js";
import { LoweringWatch } from "./watch.js";

const plan = JSON.parse(document.getElementById("plan").textContent);
const stage = document.getElementById("player");
const spoken = document.getElementById("spoken");
const sound = new Sound();
const progress = resume(plan, document.body.dataset.member ?? "");

function show(...children) {
  stage.replaceChildren(...children.filter(Boolean));
}

const say = (text) => { spoken.textContent = text; };

// What has been done

const fact = (kind, body) => ({ id: newID(), at: instant(), kind, version: 1, body });

function record(kind, body) {
  const facts = [];
  if (!progress.isAnnounced) {
    const session = { id: progress.session, title: plan.title };
    if (plan.program !== undefined) session.program = plan.program;
    // Two phones that begin the same session begin it once.
    facts.push({ ...fact("session", session), id: progress.session });
    progress.isAnnounced = true;
  }
  facts.push(fact(kind, body));
  keep(progress);
  send(facts);
}

const current = () => progress.sets.indexOf("open");
const leave = (index, state) => {
  progress.sets[index] = state;
  progress.left = undefined;
  keep(progress);
};

/** Weights carry over to the sets of the same exercise and kind that asked for the same. */
const weightKey = (set) => `${set.toDo.set.exercise} ${set.toDo.set.kind} ${JSON.stringify(set.toDo.set.load ?? {})}`;

/** The weight of a set in its unit: how much, and whether it is help. */
function weightOf(set) {
  const used = progress.weights[weightKey(set)];
  if (used) return used;
  if (set.toDo.isByFeel && !set.liftsBody) return { unit: set.unit, isHelp: false };
  const { external, assistance } = set.toDo.set.load ?? {};
  const isHelp = assistance !== undefined;
  return { amount: Number.parseFloat(assistance ?? external ?? "0") || 0, unit: set.unit, isHelp };
}

function loadOf({ amount, unit, isHelp }) {
  if (!(amount > 0)) return {};
  return isHelp ? { assistance: `${amount} ${unit}` } : { external: `${amount} ${unit}` };
}

function loadText(set) {
  if (!progress.weights[weightKey(set)]) return set.loadText;
  const { amount, unit, isHelp } = weightOf(set);
  if (!set.liftsBody) return `${amount} ${unit}`;
  return amount > 0 ? `body weight ${isHelp ? "−" : "+"} ${amount} ${unit}` : "body weight";
}

// The screens, in the order they come

function count(set) {
  const { toDo } = set;
  if (toDo.set.holdSeconds !== undefined) {
    return `${toDo.set.holdSeconds}${toDo.holdSecondsUpTo ? `–${toDo.holdSecondsUpTo}` : ""} s`;
  }
  return toDo.repsUpTo ? `${toDo.set.reps}–${toDo.repsUpTo}` : `${toDo.set.reps}`;
}

/** What a set asks; while it is led only what fits beside the picture. */
function heading(set, index, isLed = false) {
  const { toDo } = set;
  const tempo = toDo.set.tempo ? `Tempo ${toDo.set.tempo}` : "Hold it still";
  const reserve = toDo.set.kind === "normal" && toDo.set.tempo ? ` · keep ${toDo.repsInReserve} in reserve` : "";
  const stop = toDo.velocityLossPercent ? ` · stop when a rep is ${toDo.velocityLossPercent} % slower than the fastest` : "";
  return el(
    "div", {},
    el("p", { class: "where" }, `Set ${index + 1} of ${plan.sets.length}`),
    el(
      "h2", { class: "what" }, `${set.name} `,
      toDo.set.side ? el("span", { class: "badge" }, `${capital(toDo.set.side)} side`) : undefined,
      toDo.set.kind === "negative" ? el("span", { class: "badge eccentric" }, "Negatives") : undefined),
    el("p", { class: "dosage" }, `${count(set)} × ${loadText(set)}`),
    el("p", { class: "where" }, `${tempo}${set.wayUp ? `, ${set.wayUp}` : ""}${reserve}${stop}`),
    set.plates && !progress.weights[weightKey(set)] ? el("p", { class: "where" }, `On the bar: ${set.plates}`) : undefined,
    set.wayUpExplanation && !isLed ? el("p", {}, set.wayUpExplanation) : undefined,
    toDo.cue && !isLed ? el("p", {}, toDo.cue) : undefined,
    ...progress.said.map((sentence) => el("p", { class: "said" }, sentence)),
  );
}

function ready() {
  const index = current();
  if (index < 0) return finished();
  const set = plan.sets[index];
  if (progress.left?.index === index) return afterSet(index, { ...progress.left.result, isLeft: true });
  const start = button("Start the set", () => countDown(index));
  show(
    heading(set, index), start, ...beside(set, index, (action) => action),
    el(
      "div", { class: "row" },
      button(sound.isOn ? "Sound is on" : "Sound is off", (event) => {
        sound.isOn = !sound.isOn;
        event.target.textContent = sound.isOn ? "Sound is on" : "Sound is off";
      }, { class: "quiet" }),
    ),
  );
  start.focus();
}

/** The film of an exercise: nothing of another site is loaded before a tap, and it plays right here. */
function film(set) {
  if (!set.video) return undefined;
  const words = `Video of it (${set.video.host})`;
  if (!set.video.isEmbedded) {
    return el("p", {}, el("a", { href: set.video.address, rel: "noopener nofollow", target: "_blank" }, words));
  }
  const box = el("div", { class: "film" });
  const open = button(words, () => {
    box.replaceChildren(el("div", { class: "playing" }, el("iframe", {
      src: set.video.address, title: words, allowfullscreen: true,
      allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
    })));
  }, { class: "quiet" });
  box.append(open);
  return box;
}

/** What helps before a set, and the ways that don't lead to it. */
const beside = (set, index, leaving) => [
  film(set),
  set.lastTime ? el("p", { class: "where" }, set.lastTime) : undefined,
  warmUp(set, index),
  button("Skip this set", leaving(() => {
    leave(index, "skipped");
    ready();
  }), { class: "quiet" }),
  button("Something hurts, or is wrong", leaving(() => wrong(index)), { class: "quiet" }),
];

/** Lighter sets before the first heavy one: they can be noted, and nobody has to. */
function warmUp(set, index) {
  if (!set.warmUpText || progress.warmed[index]) return undefined;
  const row = el(
    "div", { class: "warm-up" }, el("p", {}, set.warmUpText),
    button("Done: note them", () => {
      for (const lighter of set.warmUps) record("workSet", { ...lighter, session: progress.session });
      progress.warmed[index] = true;
      keep(progress);
      row.replaceChildren(el("p", { class: "where" }, "Warm-ups noted."));
      stage.querySelector("button")?.focus();
    }, { class: "quiet" }));
  return row;
}

function countDown(index) {
  const set = plan.sets[index];
  sound.wake();
  keepAwake();
  progress.said = [];
  let left = 3;
  const shown = picture(count(set));
  const stop = button("Not yet", () => {
    clearTimeout(timer);
    ready();
  }, { class: "quiet" });
  let timer;
  show(heading(set, index, true), shown.node, stop);
  stop.focus();
  const tick = () => {
    if (left === 0) return go(index, shown);
    const isAtTop = set.begins === "eccentric" || set.toDo.set.kind === "negative";
    shown.update({ phase: "pauseTop", height: isAtTop ? 1 : 0, count: left, word: "Get ready", rep: 0 });
    sound.tick();
    left -= 1;
    timer = setTimeout(tick, 1000);
  };
  tick();
}

function go(index, shown) {
  const set = plan.sets[index];
  const { exercise } = set.toDo.set;
  const watch = set.isEmphasized
    ? new LoweringWatch(plan.rules.watch, set.eccentricSeconds, progress.watches?.[exercise]) : undefined;
  const seen = () => {
    if (watch) progress.watches = { ...progress.watches, [exercise]: watch.state };
  };
  lead({
    set, shown, say, sound, watch,
    show: (...children) => {
      show(heading(set, index, true), ...children);
      stage.querySelector("button:not([hidden])")?.focus();
    },
    onchange: (reps) => {
      seen();
      if (reps > 0) progress.left = { index, result: { reps } };
      keep(progress);
    },
    onend: (result) => {
      seen();
      if (result.isWrong) return wrong(index, result);
      if (result.ended === "loweringsShort") dropEmphasis(exercise, index);
      const sentence = plan.rules.sentences[result.ended];
      if (sentence) {
        say(sentence);
        progress.said = [sentence];
      }
      afterSet(index, result);
    },
  });
}

/** The eccentric work that is left of an exercise is over. */
function dropEmphasis(exercise, after) {
  plan.sets.forEach((set, index) => {
    const isLeft = index > after && progress.sets[index] === "open";
    if (isLeft && set.isEmphasized && set.toDo.set.exercise === exercise) progress.sets[index] = "dropped";
  });
  keep(progress);
}

/** The next weight there is, up (1) or down (-1); the same where there is none. */
function nextWeight(set, value, way) {
  if (!set.weights) return Math.max(0, Math.round((value + way * set.step) * 100) / 100);
  const further = set.weights.filter((weight) => way * (weight - value) > 0.005);
  return (way > 0 ? further[0] : further.at(-1)) ?? value;
}

/** What was done: the set that was asked for, amended by what is said here. */
function afterSet(index, result) {
  const set = plan.sets[index];
  const amended = { ...set.toDo.set };
  if (result.ended) amended.ended = result.ended;
  if (amended.holdSeconds !== undefined) amended.holdSeconds = result.holdSeconds ?? amended.holdSeconds;
  amended.reps = result.reps;
  const said = { weight: { ...weightOf(set) }, control: result.lostRep === undefined ? "" : String(result.lostRep - 1) };
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const complain = (sentence) => {
    problem.textContent = sentence;
    problem.hidden = false;
  };

  const ask = {
    reps: () => stepper("Reps done", amended.reps, byOne, (value) => {
      amended.reps = value;
      control.replaceWith(control = ask.controlledReps());
    }),
    holdSeconds: () => stepper("Seconds held", amended.holdSeconds, byOne, (value) => { amended.holdSeconds = value; }),
    load: () => el(
      "div", {},
      stepper(`Weight in ${set.unit}`, said.weight.amount, (value, way) => nextWeight(set, value, way), (value) => {
        said.weight.amount = value;
      }),
      set.liftsBody
        ? segments("That weight is", [{ value: false, text: "Added" }, { value: true, text: "Help" }], said.weight.isHelp, (value) => {
          said.weight.isHelp = value ?? false;
        })
        : undefined),
    controlledReps: () => select(
      "Lowered under control?",
      [
        { value: "", text: "Didn’t look" }, { value: "kept", text: "Kept to the end" },
        ...Array.from({ length: Math.min(amended.reps ?? 0, 50) }, (_, kept) => ({ value: String(kept), text: `Lost from rep ${kept + 1}` })),
      ], said.control, (value) => { said.control = value; }),
    repsInReserve: () => segments(
      "How many more would have gone?",
      [0, 1, 2, 3, 4, 5].map((value) => ({ value, text: value === 5 ? "5+" : String(value) })),
      undefined, (value) => { amended.repsInReserve = value; }),
  };
  let control;
  const questions = set.questions.map((question) => {
    const asked = ask[question.name]?.() ?? general(question, amended);
    if (question.name === "controlledReps") control = asked;
    return asked;
  });

  const save = button("Save the set", () => {
    const isHold = amended.holdSeconds !== undefined;
    if (!Number.isInteger(amended.reps) || amended.reps > 1000) return complain("Reps are a whole number, 1000 at most.");
    if (isHold && !(amended.holdSeconds >= 0 && amended.holdSeconds <= 3600)) return complain("How many seconds was it held?");
    if (said.weight.amount === undefined) return complain(`How much was it, in ${set.unit}? 0 where there was no weight.`);
    if (said.control !== "") amended.controlledReps = said.control === "kept" ? amended.reps : Number(said.control);
    if (amended.controlledReps > amended.reps) return complain(`Control can’t be lost in a rep after the ${amended.reps} that were done.`);
    progress.weights[weightKey(set)] = said.weight;
    amended.load = loadOf(said.weight);
    amended.session = progress.session;
    const isDone = amended.reps > 0 && !(isHold && amended.holdSeconds === 0);
    if (isDone) {
      progress.reps[index] = amended.reps;
      record("workSet", amended);
    }
    leave(index, isDone ? "done" : "skipped");
    if (current() < 0) return finished();
    set.toDo.restSeconds > 0 ? rest(set.toDo.restSeconds) : ready();
  });
  show(
    el("p", { class: "where" }, `Set ${index + 1} of ${plan.sets.length}`),
    el("h2", { class: "what" }, set.name),
    result.isLeft ? el("p", { class: "said" }, `You left in the middle: ${result.reps} ${result.reps === 1 ? "rep was" : "reps were"} led.`) : undefined,
    ...progress.said.map((sentence) => el("p", { class: "said", role: "status" }, sentence)),
    ...questions, problem, save,
    result.isLeft ? button("Do the set again", () => {
      progress.left = undefined;
      keep(progress);
      ready();
    }, { class: "quiet" }) : undefined,
  );
  save.focus();
}

/** A question that the player has no picture of its own for. */
function general(question, amended) {
  const label = question.unit ? `${question.question} (${question.unit})` : question.question;
  const value = amended[question.name];
  const write = (text) => {
    const isNumber = question.input === "whole" || question.input === "decimal";
    amended[question.name] = text === "" ? undefined : isNumber ? number(text) : text;
  };
  if (question.input === "choice") return select(label, question.choices, value === undefined ? "" : String(value), write);
  const field = el("input", { "aria-label": label, value: value ?? "", oninput: () => write(field.value.trim()) });
  return el("label", { class: "choice-of" }, el("span", { class: "name" }, label), field);
}

/** Something hurts or is wrong: the set is over, and what comes of it the rules say. */
function wrong(index, result) {
  const set = plan.sets[index];
  if (result && result.reps > 0) {
    const done = { ...set.toDo.set, reps: result.reps, ended: "pain", load: loadOf(weightOf(set)), session: progress.session };
    if (weightOf(set).amount !== undefined) record("workSet", done);
    leave(index, "done");
  }
  const back = button("Nothing is wrong: go on", ready, { class: "quiet" });
  const symptoms = plan.rules.symptoms.map((symptom) => button(symptom.text, () => {
    record("checkIn", { soreness: {}, symptoms: [symptom.symptom] });
    over(symptom.sentence);
  }));
  const places = plan.rules.bodyParts
    .toSorted((a, b) => Number(set.parts.includes(b.bodyPart)) - Number(set.parts.includes(a.bodyPart)));
  show(
    el("h2", { class: "what" }, "What is wrong?"), ...symptoms,
    el("p", {}, "Or where does it hurt?"),
    el("div", { class: "places" }, ...places.map((place) => button(place.name, () => how(place), { class: "quiet" }))),
    back,
  );
  stage.querySelector("button")?.focus();

  function how(place) {
    show(
      el("h2", { class: "what" }, place.name), el("p", {}, "What is the pain like?"),
      ...plan.rules.pains.map((pain) => button(pain.text, () => {
        record("checkIn", { soreness: {}, pains: [{ bodyPart: place.bodyPart, quality: pain.quality, tissue: pain.tissue }] });
        plan.sets.forEach((other, at) => {
          const isHit = progress.sets[at] === "open" && other.parts.includes(place.bodyPart);
          if (isHit && (pain.endsExercise || other.isEmphasized)) progress.sets[at] = "dropped";
        });
        progress.said = [`${place.name}: ${pain.sentence}`];
        keep(progress);
        if (current() < 0) return finished();
        ready();
      })), back);
    stage.querySelector("button")?.focus();
  }
}

function rest(seconds) {
  let until = Date.now() + seconds * 1000;
  let pausedAt;
  const timer = el("div", { class: "timer", role: "timer" });
  const index = current();
  const set = plan.sets[index];
  let isOver = false;
  const after = (action) => () => {
    clearInterval(interval);
    action();
  };
  const tick = () => {
    const left = Math.ceil((until - (pausedAt ?? Date.now())) / 1000);
    timer.textContent = clock(left);
    if (left > 0 && left <= 3 && pausedAt === undefined) sound.tick();
    if (left <= 0 && !isOver) {
      isOver = true;
      sound.phase("concentric", 0.4);
      navigator.vibrate?.([200, 100, 200]);
      say("Rest is over");
      go.textContent = "Rest is over: next set";
    }
  };
  const change = (by) => () => {
    until = Math.max(Date.now(), until + by * 1000);
    isOver = false;
    go.textContent = "Next set now";
    tick();
  };
  const pause = button("Pause", () => {
    if (pausedAt === undefined) {
      pausedAt = Date.now();
      pause.textContent = "Go on";
    } else {
      until += Date.now() - pausedAt;
      pausedAt = undefined;
      pause.textContent = "Pause";
    }
  }, { class: "quiet" });
  const go = button("Next set now", after(() => countDown(index)));
  show(
    el("p", { class: "where" }, "Rest"), timer,
    el("div", { class: "row" }, button("− 30 s", change(-30), { class: "quiet" }), pause, button("+ 30 s", change(30), { class: "quiet" })),
    go, heading(set, index), ...beside(set, index, after));
  go.focus();
  const interval = setInterval(tick, 250);
  tick();
}

/** The session can't go on. */
function over(sentence) {
  progress.sets = progress.sets.map((state) => (state === "open" ? "dropped" : state));
  forget();
  say(sentence);
  show(
    el("h2", { class: "what" }, "Stop here."), el("p", { class: "problem", role: "alert" }, sentence),
    el("a", { class: "button", href: "/today" }, "Today"));
  stage.querySelector("a")?.focus();
}

/** What was done of each exercise against what was asked. */
function comparison() {
  const names = [...new Set(plan.sets.map((set) => set.name))];
  return names.map((name) => {
    const places = plan.sets.map((_, index) => index).filter((index) => plan.sets[index].name === name);
    const done = places.filter((index) => progress.sets[index] === "done");
    const counted = done.filter((index) => progress.reps[index] !== undefined && plan.sets[index].toDo.set.holdSeconds === undefined);
    const sum = (of) => counted.reduce((total, index) => total + of(index), 0);
    const reps = counted.length > 0
      ? `, ${sum((index) => progress.reps[index])} of ${sum((index) => plan.sets[index].toDo.set.reps)} reps` : "";
    return `${name}: ${done.length} of ${places.length} ${places.length === 1 ? "set" : "sets"}${reps}`;
  });
}

function finished() {
  forget();
  const of = (state) => progress.sets.filter((other) => other === state).length;
  const sets = (number) => `${number} ${number === 1 ? "set" : "sets"}`;
  const parts = [`${sets(of("done"))} of ${plan.sets.length} done`];
  if (of("skipped") > 0) parts.push(`${of("skipped")} skipped`);
  if (of("dropped") > 0) parts.push(`${of("dropped")} left out for your own good`);
  if (of("skipped") + of("dropped") > 0 && progress.isAnnounced) {
    record("sessionEnd", { session: progress.session });
  }
  show(
    el("h2", { class: "what" }, "That was it."),
    el("p", {}, `${parts.join(", ")}.`),
    el("ul", { class: "done" }, ...comparison().map((line) => el("li", {}, line))),
    ...progress.said.map((sentence) => el("p", { class: "said" }, sentence)),
    el("p", {}, "Eat, sleep. Tomorrow: say how sore you are."),
    el("a", { class: "button", href: "/today" }, "Today"),
  );
  stage.querySelector("a")?.focus();
}

/** The screen stays on while somebody's hands are full. */
async function keepAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // The battery is low or the tab is hidden: the set goes on all the same.
  }
}

document.addEventListener("visibilitychange", () => {
  // A phone lets go of the lock when the page is hidden.
  if (document.visibilityState === "visible" && stage.querySelector(".stage, .timer")) keepAwake();
});

if (progress.isOld) {
  progress.said = ["This plan is of another day, kept on the phone: without a network there is no newer one. Take it easy where something is sore."];
}
ready();
