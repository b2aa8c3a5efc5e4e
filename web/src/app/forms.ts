// A form that cannot reach the server stays as it is: what somebody took an hour to write is not lost to a page that says "no network".
const PATIENCE = 10_000;

export function keepForms(): void {
  const note = document.querySelector<HTMLElement>("#unsent");
  if (!note) return;
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post" || form.dataset.reached || event.defaultPrevented) return;
    event.preventDefault();
    void reach().then((isThere) => {
      note.hidden = isThere;
      if (!isThere) {
        note.setAttribute("role", "alert");
        note.focus();
        return;
      }
      form.dataset.reached = "1";
      form.requestSubmit(event.submitter);
      delete form.dataset.reached;
    });
  });
}

async function reach(): Promise<boolean> {
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return (await fetch("/health/live", { cache: "no-store", signal: patience.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(late);
  }
}
