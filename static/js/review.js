// The review page of a signing: Enter moves on, what is typed is kept, and the text shows where a value came from.
// Everything here is a convenience: without this script the page's buttons do the same.

const form = document.getElementById("review");
const status = document.getElementById("review-status");
const offer = document.getElementById("review-offer");
const slot = `review ${location.pathname}`;

function typed() {
  const answers = new URLSearchParams(new FormData(form));
  answers.delete("csrfmiddlewaretoken");
  return answers.toString();
}

// Keeping: a copy in this browser at once, on the server a second after the last key.

const copy = {
  read: () => { try { return localStorage.getItem(slot); } catch { return null; } },
  write: () => { try { localStorage.setItem(slot, typed()); } catch { /* full or forbidden: the server still keeps it */ } },
  drop: () => { try { localStorage.removeItem(slot); } catch { /* as above */ } },
};

function say(text, signIn = false) {
  status.textContent = text;
  status.classList.toggle("is-wrong", signIn || text === form.dataset.offline);
  if (!signIn) return;
  const link = document.createElement("a");
  link.href = form.dataset.signInAt;
  link.textContent = form.dataset.signIn;
  status.append(" ", link);
}

async function keep(body = typed()) {
  // The cookie, not the form, holds the token that is valid after signing in again in another tab.
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
  const options = { method: "POST", body: new URLSearchParams(body), headers: { "X-CSRFToken": token } };
  try {
    const answer = await fetch(form.dataset.keep, { ...options, redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 403) return say(form.dataset.expired, true);
    if (token) form.elements.csrfmiddlewaretoken.value = token;
    say((await answer.json()).said);
    if (answer.ok && typed() === body) copy.drop();
    return true;
  } catch {
    say(form.dataset.offline);
  }
}

let waiting;
form.addEventListener("input", () => {
  copy.write();
  clearTimeout(waiting);
  waiting = setTimeout(keep, 1000);
});

// A button acts only once the server has what was typed, so that an expired session costs nothing.
let sending = false;
form.addEventListener("submit", async (event) => {
  if (sending === "kept") return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  clearTimeout(waiting);
  copy.write();
  await Promise.all(asking.values());
  const kept = await keep();
  sending = kept && "kept";
  // The next page would keep the fragment of this one, and open scrolled down.
  history.replaceState(null, "", location.pathname);
  if (kept) form.requestSubmit(event.submitter);
});
window.addEventListener("pageshow", () => { sending = false; });

if (copy.read() && copy.read() !== typed()) offer.hidden = false;
offer.querySelector("[data-restore]").addEventListener("click", async () => {
  if (await keep(copy.read())) { copy.drop(); location.reload(); }
});
offer.querySelector("[data-forget]").addEventListener("click", () => { copy.drop(); offer.hidden = true; });

// A refusal is read first, wherever the button before had led.

const refusal = form.parentElement.querySelector(".review-problems");
if (refusal) {
  history.replaceState(null, "", location.pathname);
  refusal.tabIndex = -1;
  refusal.focus();
}

// After a button changed the rows, go on in the row that it changed; on an empty form, begin.

const changed = /^#row-\d+$/.test(location.hash) && document.querySelector(`${location.hash} [name$="-company"]`);
(refusal || changed || document.querySelector("[data-begin] [name=first_number]"))?.focus();

// Enter moves on; it never sends the form from within a box.

const rowOf = (element) => element.closest(".review-row");
const cell = (row, name) => row.querySelector(`[name$="-${name}"]`);

function addRow() {
  const total = form.elements["rows-TOTAL_FORMS"];
  const spare = document.getElementById("review-spare-row");
  const body = spare.closest("fieldset").querySelector("tbody");
  body.insertAdjacentHTML("beforeend", spare.innerHTML.replaceAll("__prefix__", total.value));
  total.value = Number(total.value) + 1;
  return body.lastElementChild;
}

function next(element) {
  const row = rowOf(element);
  if (row && ["company", "representatives", "title", "number"].every((name) => !cell(row, name).value.trim())) {
    return document.getElementById("review-accept");
  }
  if (row) return cell(row.nextElementSibling ?? addRow(), "company");
  const boxes = [...form.querySelectorAll("input:not([type=hidden]), select, textarea, button")];
  return boxes.slice(boxes.indexOf(element) + 1).find((box) => box.tabIndex >= 0);
}

form.addEventListener("keydown", (event) => {
  // While a syllable is being composed, Enter belongs to the input method.
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
  if (!event.target.matches("input:not([type=submit]), select")) return;
  event.preventDefault();
  next(event.target)?.focus();
});

// A title like the one above, as soon as somebody is named; it can be typed over or emptied.

form.addEventListener("change", ({ target }) => {
  if (!target.name?.endsWith("-representatives") || !target.value.trim()) return;
  const title = cell(rowOf(target), "title");
  if (title.value || title.dataset.touched || /[(（]/.test(target.value)) return;
  const above = rowOf(target).previousElementSibling;
  title.value = (above && cell(above, "title").value) || form.dataset.title;
});

// Known or new, as it is typed.

const asking = new Map();
async function ask(box) {
  const row = rowOf(box), name = box.value;
  await new Promise((go) => setTimeout(go, 200));
  if (box.value !== name) return;
  const query = new URLSearchParams({ name, row: box.name.split("-")[1] });
  const answer = await fetch(`${form.dataset.company}?${query}`, { redirect: "manual" }).catch(() => null);
  if (!answer?.ok || !row.contains(box) || box.value !== name) return;
  row.querySelector(".review-match").outerHTML = await answer.text();
  cell(row, "shown").value = row.querySelector(".review-match").dataset.state;
}

form.addEventListener("input", ({ target }) => {
  if (target.name?.endsWith("-title")) target.dataset.touched = "yes";
  if (target.name?.startsWith("rows-") && target.name.endsWith("-company")) asking.set(target, ask(target));
});

form.addEventListener("click", (event) => {
  const taken = event.target.dataset?.take;
  if (!taken) return;
  event.preventDefault();
  const box = cell(rowOf(event.target), "company");
  box.value = taken;
  box.focus();
  box.dispatchEvent(new Event("input", { bubbles: true }));
});

// The words that a box was read from.

function light({ type, target }) {
  const lit = form.querySelectorAll(".review-mark.is-lit");
  lit.forEach((mark) => mark.classList.remove("is-lit"));
  const marks = [...form.querySelectorAll(".review-mark")].filter((mark) => mark.dataset.fields.split(" ").includes(target.name));
  marks.forEach((mark) => mark.classList.add("is-lit"));
  const text = form.querySelector(".review-text__words");
  if (type === "focusin" && marks.length) text.scrollTop = marks[0].offsetTop - text.clientHeight / 3;
}
form.addEventListener("focusin", light);
form.addEventListener("mouseover", (event) => event.target.name && light(event));
