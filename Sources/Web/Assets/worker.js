// Keeps the app's files, today and the player on the phone, so that they work without a network.
// The network comes first: what is kept is only for when it doesn't answer.

const files = "eccentric-files-2";
const pages = "eccentric-pages-2";
const always = [
  "/offline", "/manifest.webmanifest", "/assets/style.css", "/assets/app.js", "/assets/player.js",
  "/assets/lead.js", "/assets/parts.js", "/assets/progress.js", "/assets/watch.js", "/assets/tempo.js",
  "/assets/sound.js", "/assets/icon.svg",
];
const kept = ["/today", "/train", "/soreness"];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(files).then((cache) => cache.addAll(always)).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== files && name !== pages).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // Who logs out takes their pages along.
  if (request.method === "POST" && ["/logout", "/login", "/signup"].includes(url.pathname)) {
    event.waitUntil(caches.delete(pages));
    return;
  }
  if (request.method !== "GET" || url.pathname.startsWith("/api/")) return;
  event.respondWith(answer(request, url.pathname));
});

async function answer(request, path) {
  const isFile = always.includes(path);
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected && (isFile || kept.includes(path))) {
      const copy = response.clone();
      caches.open(isFile ? files : pages).then((cache) => cache.put(path, copy));
    }
    return response;
  } catch (error) {
    const known = await caches.match(path);
    if (known) return known;
    if (request.mode === "navigate") {
      const offline = await caches.match("/offline");
      if (offline) return offline;
    }
    throw error;
  }
}
