// The Learn page: asks the server for the simulated curl again while a thumb drags, and plays it.

const form = document.getElementById("curl-form");
const result = document.getElementById("curl");
const said = document.getElementById("curl-said");

let isAsking = false;
let isStale = false;
let quiet = 0;
let playing = 0;

/** One request at a time; what changed meanwhile is asked for after it. */
async function refresh() {
  isStale = true;
  if (isAsking) return;
  isAsking = true;
  while (isStale) {
    isStale = false;
    const query = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`/learn/curl?${query}`);
      if (answer.ok) show(await answer.text(), query);
    } catch {
      say("No network: this is as it was.");
    }
  }
  isAsking = false;
}

function show(html, query) {
  cancelAnimationFrame(playing);
  result.innerHTML = html;
  history.replaceState(null, "", `/learn?${query}`);
  prepare();
  say(result.querySelector(".verdict")?.textContent ?? "");
}

/** For screen readers, once the thumb rests. */
function say(text) {
  clearTimeout(quiet);
  quiet = setTimeout(() => { said.textContent = text; }, 700);
}

function label() {
  for (const output of form.querySelectorAll("output")) {
    const field = document.getElementById(output.htmlFor.value);
    const text = `${Number(field.value)} ${output.dataset.unit}`;
    output.textContent = text;
    field.setAttribute("aria-valuetext", text);
  }
}

/** An arm's motion: seconds, degrees and phase, rising in time. */
const frames = (svg) =>
  svg.dataset.motion.split(";").map((entry) => {
    const [seconds, degrees, phase] = entry.split(",");
    return { seconds: Number(seconds), degrees: Number(degrees), phase };
  });

function pose(svg, frame) {
  svg.querySelector(".forearm").setAttribute("transform", `rotate(${-frame.degrees} 62 98)`);
  svg.setAttribute("class", frame.phase);
}

/** Plays both arms, so that both begin to lower at the same moment. */
function play() {
  cancelAnimationFrame(playing);
  const arms = [...result.querySelectorAll(".arm svg")].map((svg) => ({
    svg, frames: frames(svg), lowers: Number(svg.dataset.lowers),
  }));
  const latest = Math.max(...arms.map((arm) => arm.lowers));
  const start = performance.now();
  const draw = (now) => {
    const clock = (now - start) / 1000;
    let isMoving = false;
    for (const arm of arms) {
      const time = clock - (latest - arm.lowers);
      const next = arm.frames.findIndex((frame) => frame.seconds > time);
      pose(arm.svg, next < 0 ? arm.frames.at(-1) : arm.frames[Math.max(0, next - 1)]);
      if (next >= 0) isMoving = true;
    }
    if (isMoving) playing = requestAnimationFrame(draw);
  };
  playing = requestAnimationFrame(draw);
}

function prepare() {
  const button = document.getElementById("curl-play");
  button.hidden = false;
  button.addEventListener("click", play);
}

if (form && result) {
  form.querySelector("button").hidden = true;
  form.addEventListener("input", () => { label(); refresh(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); refresh(); });
  label();
  prepare();
}
