// The browser asks whether to put the site on the home screen only when somebody pressed the button for it.
interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

export function installButton(): void {
  const button = document.querySelector<HTMLButtonElement>("button[data-install]");
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    if (!button) return;
    button.hidden = false;
    button.onclick = () => void (event as InstallPrompt).prompt().then(() => (button.hidden = true));
  });
}

/** Opened from the home screen with nothing kept: the phone has erased it, and that is said. */
export async function lostPack(): Promise<void> {
  const notice = document.querySelector<HTMLElement>("#lost");
  if (!notice || new URLSearchParams(location.search).get("as") === null || !("serviceWorker" in navigator)) return;
  if (!(await navigator.serviceWorker.getRegistration("/"))) notice.hidden = false;
}
