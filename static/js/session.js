// The end of a session: how long is left, a warning before it, one press to extend; and what was typed outlives it.
// Every tab asks the server before it warns, so that work in one of them keeps all of them.

const bar = document.getElementById("session");
const warning = document.getElementById("session-warning");
const ended = document.getElementById("session-ended");
const said = document.getElementById("session-said");
const offline = document.getElementById("session-offline");
const times = document.querySelectorAll("[data-time]");
const seconds = (name) => Number(bar.dataset[name]);

// How often an open warning asks whether another tab has extended, in seconds.
const ASK_AGAIN = 10;

let endsAt = Date.now() + seconds("left") * 1000;
let askedAt = 0;

const left = () => Math.max(0, Math.round((endsAt - Date.now()) / 1000));

function show() {
  const [minutes, rest] = [Math.floor(left() / 60), left() % 60];
  for (const time of times) time.textContent = `${minutes}:${String(rest).padStart(2, "0")}`;
}

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

async function ask(method) {
  askedAt = Date.now();
  const headers = { "X-CSRFToken": token(), Accept: "application/json" };
  const answer = await fetch(bar.dataset.address, { method, headers, credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.status);
  endsAt = Date.now() + (await answer.json()).left * 1000;
  offline.hidden = true;
}

// What the page shows follows from what is left.

function settle() {
  show();
  if (left() === 0) {
    if (warning.open) warning.close();
    if (!ended.open && !ended.dataset.seen) ended.showModal();
    ended.dataset.seen = "yes";
  } else {
    if (ended.dataset.seen) said.textContent = said.dataset.back;
    if (ended.open) ended.close();
    delete ended.dataset.seen;
    if (left() > seconds("warning")) warning.close();
    else if (!warning.open) warning.showModal();
  }
}

async function look() {
  try {
    await ask("GET");
  } catch {
    // Without an answer the clock of this page goes on.
  }
  settle();
}

async function extend() {
  try {
    await ask("POST");
    said.textContent = left() ? said.dataset.extended : "";
    settle();
  } catch {
    offline.hidden = false;
    if (!warning.open) warning.showModal();
  }
}

function tick() {
  show();
  const isDue = left() <= seconds("warning") && !ended.dataset.seen;
  const isNews = !warning.open || left() === 0 || Date.now() - askedAt > ASK_AGAIN * 1000;
  if (isDue && isNews) look();
}

document.getElementById("session-idle").hidden = true;
document.getElementById("session-time").hidden = false;
document.getElementById("session-extend").hidden = false;
document.getElementById("session-extend").addEventListener("click", extend);
warning.querySelector("[data-extend]").addEventListener("click", extend);
ended.querySelector("[data-close]").addEventListener("click", () => ended.close());
// Esc says as little as looking away: the time stays as it is, and the warning comes back.
warning.addEventListener("cancel", (event) => event.preventDefault());
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
window.addEventListener("focus", () => { if (ended.dataset.seen) look(); });

// Nothing is sent to a server that would ask to sign in and forget it. The cookie, not the form, holds the token that
// is valid after signing in again in another window.
document.addEventListener("submit", (event) => {
  if (left() === 0 && event.target.method === "post") {
    event.preventDefault();
    event.stopPropagation();
    ended.showModal();
  } else if (event.target.elements.csrfmiddlewaretoken && token()) {
    event.target.elements.csrfmiddlewaretoken.value = token();
  }
}, true);

show();
setInterval(tick, 1000);
