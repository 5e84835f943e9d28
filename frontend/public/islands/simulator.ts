/** Cost simulation: the form asks the server for the same fragment the page was made with, so figures never differ. */

const WAIT_MS = 120;
/** An input was refused: the answer says why. */
const REFUSED = 422;
const form = document.querySelector<HTMLFormElement>("form[data-simulator]");
const result = document.getElementById("simulation");
const field = form?.querySelector<HTMLInputElement>("input[name=sales]");

/** Offers to copy the link where the browser lets a page do so; the link itself is there for everybody. */
function offerCopy(part: HTMLElement): void {
  const button = part.querySelector<HTMLButtonElement>("[data-copy]");
  const link = button?.parentElement?.querySelector("a");
  if (!button || !link || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(link.href).then(
      () => {
        button.textContent = button.dataset.done ?? "";
      },
      () => link.focus(),
    );
  });
}

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
  offerCopy(result);

  let asked = 0;
  let timer = 0;
  const ask = async () => {
    const mine = ++asked;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) query.set(name, String(value));
    const answer = await fetch(`${form.dataset.part}?${query}`).catch(() => undefined);
    if (!(answer?.ok || answer?.status === REFUSED) || mine !== asked) return;
    result.innerHTML = await answer.text();
    field.ariaInvalid = String(!answer.ok);
    if (!answer.ok) return;
    offerCopy(result);
    if (document.activeElement !== slider) slider.value = shown() ?? slider.value;
    history.replaceState(null, "", `?${query}#cost`);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), WAIT_MS);
  };
  // The slider has no name: it moves the field, and the field is what is asked.
  form.addEventListener("input", (event) => {
    if (event.target === slider) field.value = slider.value;
    soon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon();
  });
}

export {};
