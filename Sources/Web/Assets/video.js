// A video plays in place of its poster, after a tap. Without this script the poster is a link.

for (const poster of document.querySelectorAll(".video > a[href^='/video?']")) {
  poster.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const box = poster.parentElement;
    const frame = document.createElement("iframe");
    frame.src = poster.getAttribute("href");
    frame.title = box.dataset.title ?? "Video";
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    const around = document.createElement("div");
    around.className = "playing";
    around.append(frame);
    // Beside an exercise there is no room: it plays below the line it stands in.
    (box.closest("h3, h4, h5") ?? box).after(around);
    box.hidden = true;
    frame.focus();
  });
}
