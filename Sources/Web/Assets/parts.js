// Pieces that the player's screens are made of. Text is never read as HTML.

/** An element with attributes, listeners and children. */
export function el(name, attributes = {}, ...children) {
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

export const button = (text, onclick, attributes = {}) =>
  el("button", { type: "button", onclick, ...attributes }, text);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** `2:05` */
export const clock = (seconds) =>
  `${Math.floor(Math.max(0, seconds) / 60)}:${String(Math.max(0, seconds) % 60).padStart(2, "0")}`;

/** A number as it is typed, with a point or a comma; undefined where it is none. */
export function number(text) {
  const plain = text.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A number between a minus and a plus, that can be typed too. */
export function stepper(name, value, next, onchange) {
  const input = el("input", {
    "aria-label": name, inputmode: "decimal", autocomplete: "off", value: value ?? "",
    onfocus: () => input.select(),
    oninput: () => {
      value = number(input.value);
      input.toggleAttribute("aria-invalid", value === undefined && input.value.trim() !== "");
      onchange(value, input.value.trim());
    },
  });
  const change = (way) => () => {
    value = next(value ?? 0, way);
    input.value = String(value);
    input.removeAttribute("aria-invalid");
    onchange(value, input.value);
  };
  return el(
    "div", { class: "stepper", role: "group", "aria-label": name },
    el("span", { class: "name" }, name),
    button("−", change(-1), { class: "quiet", "aria-label": `Less: ${name}` }),
    input,
    button("+", change(1), { class: "quiet", "aria-label": `More: ${name}` }),
  );
}

export const byOne = (value, way) => Math.max(0, value + way);

/** A few choices as buttons, of which one at most is pressed; a second tap takes it back. */
export function segments(name, choices, chosen, onchange) {
  const buttons = choices.map((choice) =>
    button(choice.text, () => {
      chosen = chosen === choice.value ? undefined : choice.value;
      for (const [index, other] of buttons.entries()) {
        other.setAttribute("aria-pressed", String(choices[index].value === chosen));
      }
      onchange(chosen);
    }, { class: "quiet", "aria-pressed": String(choice.value === chosen) }));
  return el(
    "div", { class: "segments", role: "group", "aria-label": name },
    el("span", { class: "name" }, name), ...buttons);
}

/** Many choices, of which one is taken. */
export function select(name, choices, chosen, onchange) {
  const field = el(
    "select", { "aria-label": name, onchange: () => onchange(field.value) },
    ...choices.map((choice) => el("option", { value: choice.value, selected: choice.value === chosen }, choice.text)));
  return el("label", { class: "choice-of" }, el("span", { class: "name" }, name), field);
}
