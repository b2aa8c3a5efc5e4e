// The quick way out: the button, or Shift three times. The page's own entry in the history is replaced, so that "back"
// does not open it again; earlier entries stay, which the page behind the button without script says.
import { isQuiet, quiet, quietEnd } from "./exit/quiet";

const link = document.querySelector<HTMLAnchorElement>("a[data-exit]");
const WITHIN_MS = 5000;
let presses = 0;
let first = 0;
let isLeft = false;

function leave(to: string): void {
  isLeft = true;
  // Hidden at once: on a slow line the next page may take seconds, and somebody may be looking.
  document.documentElement.hidden = true;
  document.title = " ";
  if ("speechSynthesis" in window) speechSynthesis.cancel();
  for (const audio of document.querySelectorAll("audio")) audio.pause();
  location.replace(isQuiet() ? quietEnd() : to);
}

if (link?.dataset.exit) {
  const to = link.dataset.exit;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(to);
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    if (presses === 0 || event.timeStamp - first > WITHIN_MS) {
      presses = 0;
      first = event.timeStamp;
    }
    presses += 1;
    if (presses === 3) leave(to);
  });
  // A browser may keep a page that was left, and bring it back: it leaves again. A page that was only passed stays.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && isLeft) leave(to);
  });
}
quiet();
