// With a pack in the pocket a list follows what is typed: nothing of it leaves the phone. Without one this does nothing at all.
const WAIT_MS = 60;

export function liveList(): void {
  const form = document.querySelector<HTMLFormElement>("main form[role=search]");
  if (!form || !form.querySelector("[name=near]") || !navigator.serviceWorker?.controller) return;
  let turn = 0;
  let late: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("input", () => {
    clearTimeout(late);
    late = setTimeout(() => void follow(++turn), WAIT_MS);
  });

  async function follow(mine: number): Promise<void> {
    const path = addressOf(form!);
    const answer = await fetch(path, { headers: { "x-live": "1" } }).catch(() => undefined);
    if (answer?.status !== 200 || mine !== turn) return;
    const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    if (main && mine === turn) show(form!, main, path);
  }
}

function addressOf(form: HTMLFormElement): string {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value !== "") asked.append(name, value);
  const query = asked.toString();
  return new URL(form.action).pathname + (query && `?${query}`);
}

// The form stays as it is, with its cursor; what stands around it is new.
function show(form: HTMLFormElement, main: Element, path: string): void {
  const other = main.querySelector("form[role=search]");
  if (!other) return;
  const [before, after] = [around(form), around(other)];
  for (const node of [...before.before, ...before.after]) node.remove();
  form.before(...after.before);
  form.after(...after.after);
  document.querySelector("#results")?.setAttribute("role", "status");
  history.replaceState(history.state, "", path);
}

function around(form: Element): { before: ChildNode[]; after: ChildNode[] } {
  const all = [...form.parentNode!.childNodes];
  const at = all.indexOf(form);
  return { before: all.slice(0, at), after: all.slice(at + 1) };
}
