// A form that is sent while the network is gone would leave an error page of the browser in its place, and what was typed with it.
// So it is asked first whether the server can be reached; where not, the form stays as it is and says so. Nothing of it is stored:
// on a shared computer a draft would be read by whoever sits down next.
const said = document.body.dataset.notSent;
const PATIENCE = 8000;

const reaches = async () => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    await fetch("/health/live", { cache: "no-store", signal: stop.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

if (said && "requestSubmit" in HTMLFormElement.prototype) {
  for (const form of document.querySelectorAll<HTMLFormElement>("main form[method=post]")) {
    if (!form.querySelector("[name=once]")) continue;
    let [isAsking, isReached] = [false, false];
    const note = document.createElement("p");
    note.className = "note stop";
    note.setAttribute("role", "alert");
    form.addEventListener("submit", (event) => {
      if (isReached || event.defaultPrevented) return;
      event.preventDefault();
      if (isAsking) return;
      isAsking = true;
      const by = event.submitter;
      void reaches().then((isThere) => {
        isAsking = false;
        if (isThere) {
          note.remove();
          isReached = true;
          form.requestSubmit(by);
          isReached = false;
          return;
        }
        note.textContent = "";
        (by && form.contains(by) ? by.parentElement! : form).before(note);
        note.textContent = said;
      });
    });
  }
}
export {};
