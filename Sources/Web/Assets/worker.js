// Keeps the app's files, today, the player, the log and the check-in on the phone, so that they work
// without a network. The network comes first: what is kept is only for when it doesn't answer.

const files = "eccentric-files-3";
const pages = "eccentric-pages-3";
/** Forms that couldn't be sent; the page sends them when there is a network again. */
const forms = "eccentric-forms";
const always = [
  "/offline", "/manifest.webmanifest", "/assets/style.css", "/assets/app.js", "/assets/outbox.js",
  "/assets/forms.js", "/assets/player.js", "/assets/lead.js", "/assets/parts.js", "/assets/progress.js",
  "/assets/watch.js", "/assets/tempo.js", "/assets/sound.js", "/assets/icon.svg",
];
const kept = ["/today", "/train", "/log", "/soreness"];
const waiting = ["/log", "/log/free", "/soreness"];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(files).then((cache) => cache.addAll(always)).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) =>
        Promise.all(names.filter((name) => ![files, pages, forms].includes(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST") {
    // Who logs out takes their pages along.
    if (["/logout", "/login", "/signup"].includes(url.pathname)) event.waitUntil(caches.delete(pages));
    if (request.mode === "navigate" && waiting.includes(url.pathname)) event.respondWith(send(request, url.pathname));
    return;
  }
  if (request.method !== "GET" || url.pathname.startsWith("/api/")) return;
  event.respondWith(answer(request, url));
});

async function answer(request, { pathname, search }) {
  const isFile = always.includes(pathname);
  const key = pathname + search;
  try {
    const response = await fetch(request);
    if (isFile || kept.includes(pathname)) await remember(isFile ? files : pages, key, response);
    return response;
  } catch (error) {
    const known = await caches.match(key);
    if (known) return isFile ? known : marked(known);
    if (request.mode === "navigate") {
      const offline = await caches.match("/offline");
      if (offline) return offline;
    }
    throw error;
  }
}

/** What the network gave is kept; a page that leads elsewhere now is there no more. */
async function remember(name, key, response) {
  const cache = await caches.open(name);
  if (response.redirected) await cache.delete(key);
  else if (response.ok) await cache.put(key, response.clone());
}

/** A page as it was kept, and says so. */
async function marked(response) {
  const text = await response.text();
  return new Response(text.replace("<body", "<body data-kept"), { headers: response.headers });
}

/** A form goes to the server, or waits: when it was said it says itself. */
async function send(request, path) {
  const body = await request.clone().text();
  try {
    return await fetch(request);
  } catch {
    const fields = new URLSearchParams(body);
    const cache = await caches.open(forms);
    await cache.put(
      `/waiting/${Date.now()}-${Math.random().toString(36).slice(2)}`,
      new Response(JSON.stringify({ path, member: fields.get("member") ?? "", body: fields.toString() })));
    return Response.redirect("/today", 303);
  }
}
