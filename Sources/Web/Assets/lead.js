// Leads through one set with picture and sound, and says what was done of it.

import { button, capital, el } from "./parts.js";
import { at, timeline, words } from "./tempo.js";

/** The moving weight and what is read beside it. */
export function picture(reps) {
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
    rep.textContent = now.rep > 0 && now.phase !== "hold" ? `Rep ${now.rep} of ${reps}` : "";
  };
  return { node, update };
}

/**
 * Leads until the last rep, until somebody ends the set, or until the watch does.
 *
 * `heading` and `picture` are on the screen already. `onchange` is told how many reps are over, so that
 * nothing is lost; `onend` what was done: `reps`, `lostRep` (the rep in which control was lost, where
 * it was), `ended` (why it was over early), `holdSeconds` of a hold, and `isWrong` where something hurts.
 */
export function lead({ set, shown, show, say, sound, watch, onchange, onend }) {
  const { node, update } = shown;
  const all = timeline(set);
  const isHold = set.toDo.set.holdSeconds !== undefined;
  let began = performance.now();
  let pausedAt;
  let last;
  let lastSecond;
  let frame;
  let isOver = false;
  const word = (phase) => (phase === "assisted" && set.wayUp ? capital(set.wayUp) : words[phase]);
  const elapsed = () => ((pausedAt ?? performance.now()) - began) / 1000;
  const segmentAfter = (segment) => all[all.findIndex((other) => other.start === segment.start) + 1];

  // A rep counts when its lowering is over.
  const counted = () => {
    const now = elapsed();
    return all.filter((segment) => segment.phase === "eccentric" && segment.end <= now + 1e-6).length;
  };
  const begunLowerings = () => {
    const now = elapsed();
    return all.filter((segment) => segment.phase === "eccentric" && segment.start <= now).length;
  };

  const end = (result) => {
    if (isOver) return;
    isOver = true;
    cancelAnimationFrame(frame);
    document.removeEventListener("visibilitychange", hidden);
    sound.quiet();
    onend({ holdSeconds: isHold ? Math.min(all[0].end, Math.round(elapsed())) : undefined, ...result });
  };
  /** Takes in a lowering; whether the set goes on. */
  const lowered = (segment, seconds) => {
    const verdict = watch?.lowered(seconds) ?? "goOn";
    if (verdict === "goOn") return true;
    end({
      reps: segment.rep, lostRep: verdict === "endSet" ? segment.rep : undefined,
      ended: verdict === "endSet" ? "controlLost" : "loweringsShort",
    });
    return false;
  };
  const enter = (now) => {
    if (last?.phase === "eccentric" && !lowered(last, last.end - last.start)) return false;
    sound.phase(now.phase, now.end - now.start);
    navigator.vibrate?.(now.phase === "eccentric" ? [60, 40, 60] : 40);
    say(now.phase === "hold" ? `Hold for ${now.end} seconds` : `${word(now.phase)}, rep ${now.rep}`);
    down.hidden = now.phase !== "eccentric";
    onchange(counted());
    return true;
  };
  const step = () => {
    if (isOver || pausedAt !== undefined) return;
    const now = at(all, elapsed());
    if (!now) {
      if (last?.phase === "eccentric" && !lowered(last, last.end - last.start)) return;
      return end({ reps: isHold ? 1 : all.at(-1)?.rep ?? 0 });
    }
    const isNew = now.start !== last?.start;
    if (isNew && !enter(now)) return;
    const second = Math.ceil(now.left);
    if (second !== lastSecond && !isNew) sound.tick();
    lastSecond = second;
    last = now;
    update({ ...now, count: Math.max(1, second), word: word(now.phase) });
    frame = requestAnimationFrame(step);
  };
  const stop = () => {
    if (pausedAt !== undefined || isOver) return;
    pausedAt = performance.now();
    cancelAnimationFrame(frame);
    sound.quiet();
    pause.textContent = "Go on";
  };
  const goOn = () => {
    began += performance.now() - pausedAt;
    pausedAt = undefined;
    pause.textContent = "Pause";
    frame = requestAnimationFrame(step);
  };
  // Nobody is led by a page that isn't seen: the set waits.
  const hidden = () => {
    if (document.visibilityState === "hidden") {
      stop();
      onchange(counted());
    }
  };
  document.addEventListener("visibilitychange", hidden);

  const pause = button("Pause", () => (pausedAt === undefined ? stop() : goOn()), { class: "quiet" });
  const down = button("I’m down", () => {
    if (last?.phase !== "eccentric" || pausedAt !== undefined) return;
    const segment = last;
    const seconds = elapsed() - segment.start;
    if (!lowered(segment, seconds)) return;
    // On with what comes after it, as if its time were over.
    began -= (segment.end - elapsed()) * 1000;
    last = { ...segment, phase: "over" };
    if (!segmentAfter(segment)) end({ reps: segment.rep });
  }, { class: "quiet", hidden: true });
  const lost = button("Lost control", () => {
    const rep = begunLowerings();
    if (rep > 0) end({ reps: rep, lostRep: rep, ended: "controlLost" });
  }, { class: "quiet lost" });
  const wrong = button("Something hurts", () => end({ reps: counted(), ended: "pain", isWrong: true }), { class: "quiet" });

  show(
    node,
    isHold ? undefined : el("div", { class: "row" }, down, lost),
    el("div", { class: "row" }, pause, wrong),
    button("End the set", () => end({ reps: isHold ? 1 : counted() })),
  );
  frame = requestAnimationFrame(() => {
    began = performance.now();
    step();
  });
}
