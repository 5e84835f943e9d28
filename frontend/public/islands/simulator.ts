/** Cost simulation: the slider asks the server for the same fragment the page was made with, so figures never differ. */

const WAIT_MS = 120;
const form = document.querySelector<HTMLFormElement>("form[data-simulator]");
const result = document.getElementById("simulation");
const field = form?.querySelector<HTMLInputElement>("input[name=sales]");

if (form && result && field) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = form.dataset.max ?? "2000";
  slider.step = form.dataset.step ?? "10";
  slider.value = field.value;
  slider.setAttribute("aria-label", form.dataset.slider ?? "");
  form.querySelector("button")?.replaceWith(slider);

  let asked = 0;
  let timer = 0;
  const ask = async () => {
    const mine = ++asked;
    const query = new URLSearchParams({ sales: field.value });
    const answer = await fetch(`${form.dataset.part}?${query}`).catch(() => undefined);
    if (!answer?.ok || mine !== asked) return;
    result.innerHTML = await answer.text();
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
    slider.value = field.value;
    soon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon();
  });
}

export {};
