// "Use where I am": the position is rounded to a cell of about 5 km on this device, before it goes anywhere.
const PER_DEGREE = 20;
const cell = (degrees: number): string => (Math.floor(degrees * PER_DEGREE + 0.5) / PER_DEGREE).toFixed(2);

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-near]")) {
  const form = button.form;
  if (!form || !("geolocation" in navigator)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      (position) => {
        const near = form.elements.namedItem("near");
        if (near instanceof HTMLInputElement) {
          near.value = `${cell(position.coords.latitude)},${cell(position.coords.longitude)}`;
          form.requestSubmit();
        }
      },
      () => {
        button.disabled = false;
        button.textContent = button.dataset.near ?? "";
      },
      { enableHighAccuracy: false, maximumAge: 600000, timeout: 15000 },
    );
  });
}
