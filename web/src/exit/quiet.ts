// "Leave nothing": for a shared phone. Each page takes the place of the one before, so that the history holds one entry, and the
// end of the visit is an answer that makes the browser forget what it kept of this site. The tab's own name remembers that it is
// on: it is no store, and it goes with the tab.
const NAME = "quiet";

export const isQuiet = (): boolean => window.name === NAME;

/** Where everything is forgotten; it leads on to where the way out leads. */
export function quietEnd(): string {
  window.name = "";
  return `/${document.documentElement.lang}/gone`;
}

export function quiet(): void {
  const button = document.querySelector<HTMLButtonElement>("button[data-quiet]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      window.name = NAME;
      location.replace(button.dataset.quiet!);
    });
  }
  if (!isQuiet()) return;
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute("download") || (link.pathname === location.pathname && link.search === location.search && link.hash)) return;
    event.preventDefault();
    location.replace(link.href);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "get") return;
    event.preventDefault();
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form, event.submitter)) if (typeof value === "string" && value) asked.append(name, value);
    location.replace(`${form.action}?${asked.toString()}`);
  });
}
