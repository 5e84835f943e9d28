/** Cost simulation: the slider asks the server for the same fragment the page was made with, so figures never differ. */

const WAIT_MS = 120;
/** The amount was refused: the answer says why. */
const REFUSED = 422;
const form = document.querySelector<HTMLFormElement>("form[data-simulator]");
const result = document.getElementById("simulation");
const field = form?.querySelector<HTMLInputElement>("input[name=sales]");

if (form && result && field) {
  const shown = () => result.querySelector<HTMLElement>("[data-sales]")?.dataset.sales;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = form.dataset.max ?? "2000";
  slider.step = form.dataset.step ?? "10";
  slider.value = shown() ?? "500";
  slider.setAttribute("aria-label", form.dataset.slider ?? "");
  form.querySelector("button")?.replaceWith(slider);

  let asked = 0;
  let timer = 0;
  const ask = async () => {
    const mine = ++asked;
    const query = new URLSearchParams({ sales: field.value });
    const answer = await fetch(`${form.dataset.part}?${query}`).catch(() => undefined);
    if (!(answer?.ok || answer?.status === REFUSED) || mine !== asked) return;
    result.innerHTML = await answer.text();
    field.ariaInvalid = String(!answer.ok);
    if (!answer.ok) return;
    if (document.activeElement !== slider) slider.value = shown() ?? slider.value;
    history.replaceState(null, "", `?${query}#cost`);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), WAIT_MS);
  };
  slider.addEventListener("input", () => {
    field.value = slider.value;
    soon();
  });
  field.addEventListener("input", () => {
    soon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon();
  });
}

export {};
