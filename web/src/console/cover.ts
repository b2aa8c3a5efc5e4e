// The screen of a shared computer covers itself: what an officer had before her must not be read by whoever sits down next.
// The server has covered the session by then; what was typed stays in the page beneath until its own officer is back.
const seconds = Number(document.body.dataset.cover);
const dialog = document.querySelector<HTMLDialogElement>("#covered");

if (seconds > 0 && dialog) {
  const tabs = new BroadcastChannel("amparo-post");
  const leave = document.querySelector<HTMLFormElement>("#cover")!;
  const pin = dialog.querySelector<HTMLInputElement>("input")!;
  const said = dialog.querySelector<HTMLElement>("[data-wrong]")!;
  let seen = Date.now();

  const show = () => {
    if (dialog.open) return;
    document.body.classList.add("is-covered");
    [pin.value, said.textContent] = ["", ""];
    dialog.showModal();
  };
  const hide = () => {
    document.body.classList.remove("is-covered");
    seen = Date.now();
    dialog.close();
  };
  const cover = async () => {
    show();
    tabs.postMessage("cover");
    // Where this does not arrive the server covers by itself two minutes later.
    await fetch(leave.action, { method: "POST", body: new URLSearchParams(new FormData(leave) as unknown as Record<string, string>), redirect: "manual" }).catch(() => undefined);
  };
  const open = async () => {
    const page = new DOMParser().parseFromString(await (await fetch("/console/post", { cache: "no-store" })).text(), "text/html");
    const form = page.querySelector<HTMLFormElement>("#shift");
    const token = form?.querySelector<HTMLInputElement>('[name="__RequestVerificationToken"]')?.value;
    // The shift is over, or somebody else is at work: that page says which.
    if (!token || !form!.querySelector(`[value="${CSS.escape(dialog.dataset.seat!)}"]`)) { location.assign("/console/post"); return; }
    const answer = await fetch("/console/post", { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token, Seat: dialog.dataset.seat!, Pin: pin.value }), redirect: "manual" });
    pin.value = "";
    if (answer.type === "opaqueredirect") { hide(); tabs.postMessage("open:" + dialog.dataset.seat); } else said.textContent = said.dataset.wrong!;
  };

  for (const kind of ["pointerdown", "keydown", "scroll", "input"]) addEventListener(kind, () => { seen = Date.now(); }, { passive: true, capture: true });
  setInterval(() => { if (!dialog.open && Date.now() - seen > seconds * 1000) void cover(); }, 1000);
  leave.addEventListener("submit", (event) => { event.preventDefault(); void cover(); });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.querySelector("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    open().catch(() => { said.textContent = said.dataset.failed!; });
  });
  tabs.addEventListener("message", ({ data }) => {
    if (data === "cover") show();
    else if (data === "open:" + dialog.dataset.seat) hide();
    else location.assign("/console");
  });
}
export {};
