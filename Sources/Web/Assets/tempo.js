// The timing of a set: pure functions, so that the picture, the sound and the tests agree.

/** How long the assisted way up of a negative is given. */
export const assistedSeconds = 3;

/**
 * The phases of one rep in order: an exercise that begins by lifting starts with the concentric.
 * Phases of no length are left out.
 */
export function phases(set) {
  const lowering = [
    { phase: "eccentric", seconds: set.eccentricSeconds },
    { phase: "pauseBottom", seconds: set.pauseBottomSeconds },
  ];
  const lifting = [
    set.concentricSeconds === undefined
      ? { phase: "assisted", seconds: assistedSeconds }
      : { phase: "concentric", seconds: set.concentricSeconds },
    { phase: "pauseTop", seconds: set.pauseTopSeconds },
  ];
  const order = set.begins === "eccentric" ? [...lowering, ...lifting] : [...lifting, ...lowering];
  return order.filter((phase) => phase.seconds > 0);
}

/** The whole set as segments on a clock that starts with the first rep; a hold is one segment. */
export function timeline(set) {
  const { toDo } = set;
  if (toDo.set.holdSeconds !== undefined) {
    return [{ phase: "hold", rep: 1, start: 0, end: toDo.holdSecondsUpTo ?? toDo.set.holdSeconds }];
  }
  const rep = phases(set);
  const segments = [];
  let start = 0;
  for (let index = 1; index <= (toDo.repsUpTo ?? toDo.set.reps); index += 1) {
    for (const { phase, seconds } of rep) {
      segments.push({ phase, rep: index, start, end: start + seconds });
      start += seconds;
    }
  }
  return segments;
}

/** Where a set is after some seconds; undefined when it is over. */
export function at(segments, seconds) {
  const segment = segments.find((candidate) => seconds < candidate.end);
  if (!segment) return undefined;
  const share = Math.max(0, (seconds - segment.start) / (segment.end - segment.start));
  return { ...segment, share, left: segment.end - seconds, height: height(segment.phase, share) };
}

/** How high the weight is, 1 at the top and 0 at the bottom. */
export function height(phase, share) {
  switch (phase) {
    case "eccentric": return 1 - share;
    case "pauseBottom": return 0;
    case "pauseTop": return 1;
    case "hold": return 0.5;
    default: return share;
  }
}

export const words = {
  eccentric: "Lower",
  concentric: "Lift",
  pauseTop: "Hold",
  pauseBottom: "Wait",
  assisted: "Up",
  hold: "Hold",
};
