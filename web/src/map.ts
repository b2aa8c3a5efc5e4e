// The button that brings the map. Before it is pressed nothing of the map is fetched; then its program, its drawing and the
// places come side by side, all from this site.
import type { Answer } from "./map/asked";

const frame = document.querySelector<HTMLElement>("[data-map]");
const button = frame?.querySelector<HTMLButtonElement>("[data-load]");

async function got(path: string): Promise<Response> {
  const response = await fetch(path, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(String(response.status));
  return response;
}

function program(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = path;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("program"));
    document.head.append(script);
  });
}

if (frame && button) {
  const said = [...button.childNodes];
  const failed = frame.querySelector<HTMLElement>("[data-failed]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const { map, program: path, base } = frame.dataset;
    if (button.getAttribute("aria-disabled") === "true" || !map || !path || !base) return;
    // It keeps the focus while it waits: a button that is switched off loses it.
    button.setAttribute("aria-disabled", "true");
    button.textContent = button.dataset.loading ?? "";
    if (failed) failed.hidden = true;
    Promise.all([
      got(base).then((r) => r.arrayBuffer()),
      got(map).then((r) => r.json() as Promise<Answer>),
      window.amparoMap ? undefined : program(path),
    ])
      .then(([drawing, answer]) => window.amparoMap?.(frame, drawing, answer))
      .catch(() => {
        button.removeAttribute("aria-disabled");
        button.replaceChildren(...said);
        if (failed) failed.hidden = false;
      });
  });
}
