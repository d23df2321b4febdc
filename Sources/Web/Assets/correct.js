// The edges of a measured set's phases as handles in its picture: dragged with a finger or a mouse, moved by
// the arrow keys. The handles are another way to fill in the form's fields; what is saved is the form.

const group = document.createElement("div");
/** Beside the picture, where the thumb is; there only when there is something to save. */
const save = document.createElement("button");

const axis = document.querySelector(".axis[data-from]");
const panel = document.getElementById("correct");
const form = document.querySelector("#edges form");

const [from, to, left, right] = ["from", "to", "left", "right"].map((name) => Number(axis?.dataset[name]));
/** Seconds a press of an arrow key moves an edge, and with Shift. */
const step = 0.05;
const stride = 0.5;

const share = (seconds) => left + ((seconds - from) / (to - from)) * (1 - left - right);
const words = (seconds) => `${seconds.toFixed(2)} seconds`;

/** A handle for a field; it stays between its neighbours. */
function handle(field, place, fields) {
  const made = document.createElement("span");
  const saved = Number(field.value);
  const read = (other, otherwise) => (other ? Number(other.value) : otherwise);

  function put(seconds) {
    const low = read(fields[place - 1], from) + 0.02;
    const high = read(fields[place + 1], to) - 0.02;
    const kept = Math.min(high, Math.max(low, seconds));
    field.value = String(Number(kept.toFixed(3)));
    show();
  }

  function show() {
    const seconds = Number(field.value);
    made.style.left = `${100 * share(seconds)}%`;
    made.setAttribute("aria-valuenow", String(seconds));
    made.setAttribute("aria-valuetext", words(seconds) + (seconds === saved ? "" : ", not saved yet"));
    made.classList.toggle("moved", seconds !== saved);
    save.hidden = !group.querySelector(".moved");
  }

  made.className = "handle";
  made.tabIndex = 0;
  made.setAttribute("role", "slider");
  made.setAttribute("aria-label", field.dataset.edge);
  made.setAttribute("aria-valuemin", String(from));
  made.setAttribute("aria-valuemax", String(to));
  made.addEventListener("keydown", (event) => {
    const by = event.shiftKey ? stride : step;
    const seconds = Number(field.value);
    if (event.key === "ArrowLeft" || event.key === "ArrowDown") put(seconds - by);
    else if (event.key === "ArrowRight" || event.key === "ArrowUp") put(seconds + by);
    else if (event.key === "Escape") put(saved);
    else if (event.key === "Enter") form.requestSubmit();
    else return;
    event.preventDefault();
  });
  made.addEventListener("pointerdown", (event) => {
    made.setPointerCapture(event.pointerId);
    made.focus();
    event.preventDefault();
  });
  made.addEventListener("pointermove", (event) => {
    if (!made.hasPointerCapture(event.pointerId)) return;
    const box = axis.getBoundingClientRect();
    const at = (event.clientX - box.left) / box.width;
    put(from + ((at - left) / (1 - left - right)) * (to - from));
  });
  field.addEventListener("input", show);
  show();
  return made;
}

if (axis && panel && form) {
  const fields = [...form.querySelectorAll("input[data-edge]")];
  const handles = fields.map((field, place) => handle(field, place, fields));
  group.className = "handles";
  group.append(...handles);
  save.textContent = "Save what you moved";
  save.hidden = true;
  save.addEventListener("click", () => form.requestSubmit());
  axis.parentElement.after(save);
  const follow = () => (panel.open ? axis.append(group) : group.remove());
  panel.addEventListener("toggle", follow);
  follow();
  // After saving, one goes on where one was.
  const moment = Number(panel.dataset.focus);
  if (panel.dataset.focus && fields.length > 0) {
    const distances = fields.map((field) => Math.abs(Number(field.value) - moment));
    handles[distances.indexOf(Math.min(...distances))].focus();
  }
}
