// Says during an exercise when to stop. The thresholds come with the plan, from the rules that also
// prescribe, and the same cases are tried on both.

/**
 * Follows the lowerings of one exercise.
 *
 * `rules` has `leastOfTarget`, `mostFreeFall` and `leastOfFirst`, as parts of 1. `state` is what an
 * earlier watch of the same exercise had seen.
 */
export class LoweringWatch {
  #rules;
  #target;
  state;

  constructor(rules, targetSeconds, state = {}) {
    this.#rules = rules;
    this.#target = targetSeconds;
    this.state = state;
  }

  /** Takes in a lowering, and says whether to go on: `goOn`, `endSet` or `endExercise`. */
  lowered(seconds, freeFall = 0) {
    if (!Number.isFinite(seconds) || seconds <= 0) return "endSet";
    const { leastOfTarget, mostFreeFall, leastOfFirst } = this.#rules;
    const { first, last } = this.state;
    this.state = { first: first ?? seconds, last: seconds };
    if (first !== undefined && (last + seconds) / 2 < leastOfFirst * first) return "endExercise";
    return seconds < leastOfTarget * this.#target || freeFall > mostFreeFall ? "endSet" : "goOn";
  }
}
