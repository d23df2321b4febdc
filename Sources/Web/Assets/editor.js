// Checks a program while it is written. Without this script the button does the same.

const editor = document.getElementById("editor");
const text = document.getElementById("text");
const findings = document.getElementById("findings");
let timer = 0;
let newest = 0;

async function check() {
  const asked = ++newest;
  const body = new URLSearchParams({ text: text.value });
  try {
    const answer = await fetch(editor.dataset.check ?? "/program/check", { method: "POST", body });
    // An answer to an older text would say what is no longer true.
    if (answer.ok && !answer.redirected && asked === newest) {
      const isOpen = findings.querySelector(".preview")?.open;
      findings.innerHTML = await answer.text();
      // Who looks at how it reads goes on looking.
      if (isOpen) findings.querySelector(".preview")?.setAttribute("open", "");
    }
  } catch {
    // Without a network there is nothing to say; what stands there stays.
  }
}

/** Characters as the server counts them: what a reader takes for one. */
function characters(line) {
  if (!Intl.Segmenter) return [...line];
  return [...new Intl.Segmenter().segment(line)].map((piece) => piece.segment);
}

/** Selects what a finding is about. */
function select(line, column, length) {
  const lines = text.value.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, other) => sum + other.length + 1, 0);
  const pieces = characters(lines[line - 1] ?? "");
  const start = before + pieces.slice(0, column - 1).join("").length;
  const end = start + pieces.slice(column - 1, column - 1 + length).join("").length;
  text.focus();
  text.setSelectionRange(start, Math.max(start, end));
  const height = parseFloat(getComputedStyle(text).lineHeight) || 20;
  text.scrollTop = Math.max(0, (line - 4) * height);
}

text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, 350);
});

// What was typed before this script was there, or is brought back by the browser, is looked at too.
if (text.value !== text.defaultValue) check();

findings.addEventListener("click", (event) => {
  const place = event.target.closest("a[data-line]");
  if (!place) return;
  event.preventDefault();
  select(Number(place.dataset.line), Number(place.dataset.column), Number(place.dataset.length));
});

// Whose limits would change it is looked up when asked: it takes a moment for each member.
const look = document.querySelector("[data-effects]");
if (look) {
  const list = document.getElementById("effect-list");
  look.hidden = false;
  look.addEventListener("click", async () => {
    look.disabled = true;
    list.textContent = "Looking …";
    try {
      const body = new URLSearchParams({ text: text.value, effects: "1" });
      const answer = await fetch("/posts/check", { method: "POST", body });
      if (answer.ok && !answer.redirected) list.innerHTML = await answer.text();
      else list.textContent = "That didn’t work; try again.";
    } catch {
      list.textContent = "There is no network now.";
    }
    look.disabled = false;
  });
}

editor.dataset.live = "true";
