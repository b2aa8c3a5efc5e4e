// Hands on a link or a pack by the phone's own sheet, where it has one.
export function shareButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-share-link]")) {
    if (!("share" in navigator)) continue;
    button.hidden = false;
    button.addEventListener("click", () => void navigator.share({ url: button.dataset.shareLink! }).catch(() => undefined));
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-share]")) button.addEventListener("click", () => void sharePack(button.dataset.share!));
}

async function sharePack(name: string): Promise<void> {
  const path = `/packs/${name}.pack`;
  try {
    const file = new File([await (await fetch(path)).blob()], `${name}.pack`, { type: "application/octet-stream" });
    if (navigator.canShare?.({ files: [file] })) {
      await navigator.share({ files: [file] });
      return;
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
  }
  // Browsers hand on few kinds of files by themselves: then it goes to the downloads, to be passed on from there.
  location.assign(path);
}
