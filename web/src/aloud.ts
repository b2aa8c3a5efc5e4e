// Reads the page aloud with a voice that lives on this device. A voice of a distant service is never taken: it would be told,
// word by word, which shelter somebody reads about.
const tag = document.currentScript as HTMLScriptElement | null;
const main = document.querySelector("main");
const speech = "speechSynthesis" in window ? window.speechSynthesis : null;

const READ = "h1, h2, h3, p, li, dt, dd, tr, .state, .meta, .trust";
// Not what is pressed, filled in or leads elsewhere, and not the Spanish that stands beside the same sentence.
const LEFT_OUT = "form, .heard, nav, button, p.noprint, .chips, .acts, .beside, .sprite, [hidden], noscript, details:not([open])";
const NUMBER = /\+?\d[\d\s().-]{5,}\d/g;

if (tag && main && speech) start(tag, main, speech);

function start(said: HTMLScriptElement, text: Element, voiceOf: SpeechSynthesis): void {
  const language = document.documentElement.lang;
  const { read = "", stop = "", french } = said.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet noprint";
  let waiting: HTMLElement[] | null = null;
  let now: HTMLElement | null = null;
  // Held, or some browsers forget it in the middle of a sentence and never say that it ended.
  let utterance: SpeechSynthesisUtterance | null = null;

  const own = (lang: string): SpeechSynthesisVoice | undefined => voiceOf.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === lang);

  const offer = (): void => {
    const isFrench = !own(language) && !!french && !!own("fr");
    button.hidden = !own(language) && !isFrench;
    if (!waiting) button.textContent = isFrench ? french : read;
  };

  const end = (): void => {
    waiting = null;
    now?.classList.remove("said");
    voiceOf.cancel();
    offer();
  };

  const next = (): void => {
    now?.classList.remove("said");
    now = waiting?.shift() ?? null;
    // The way out hides the page at once, and no voice may go on behind it.
    if (!now || document.documentElement.hidden) return end();
    const one = new SpeechSynthesisUtterance(wordsOf(now));
    const lang = now.closest<HTMLElement>("[lang]")?.lang ?? language;
    one.voice = own(lang) ?? own(language) ?? own("fr") ?? null;
    one.lang = one.voice?.lang ?? lang;
    one.onend = one.onerror = () => { if (utterance === one && waiting) next(); };
    utterance = one;
    now.classList.add("said");
    now.scrollIntoView({ block: "nearest" });
    voiceOf.speak(one);
  };

  button.addEventListener("click", () => {
    if (waiting) return end();
    for (const audio of document.querySelectorAll("audio")) audio.pause();
    waiting = blocks(text);
    button.textContent = stop;
    next();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && waiting) end(); });
  // Two voices at once are none.
  document.addEventListener("play", () => { if (waiting) end(); }, true);
  window.addEventListener("pagehide", end);
  voiceOf.addEventListener("voiceschanged", offer);
  offer();
  text.querySelector("h1")?.after(button);
}

/** What is read, in the order of the page: each word once. */
function blocks(text: Element): HTMLElement[] {
  return [...text.querySelectorAll<HTMLElement>(READ)].filter((it) => !it.querySelector(READ) && !it.closest(LEFT_OUT) && it.getClientRects().length > 0 && wordsOf(it));
}

// A telephone number is said digit by digit: "five hundred and fifty-five thousand" cannot be dialled.
function wordsOf(it: HTMLElement): string {
  return (it.textContent ?? "").replace(/\s+/g, " ").trim().replace(NUMBER, (number) => number.replace(/\D/g, "").split("").join(" "));
}
