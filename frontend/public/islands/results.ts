/** Results page: a ticked facet applies at once, and at most five results go into a comparison. */

const MOST_COMPARED = 5;

const form = document.querySelector<HTMLFormElement>("form[data-results]");
const wide = matchMedia("(min-width: 900px)");
form?.addEventListener("change", (event) => {
  const field = event.target as HTMLInputElement;
  if (field.name === "sort" || (wide.matches && field.closest(".facets"))) form.requestSubmit();
});

const picks = [...document.querySelectorAll<HTMLInputElement>("input[name=ids]")];
const compare = document.querySelector<HTMLButtonElement>("button[data-compare]");
const label = compare?.textContent ?? "";
function refresh(): void {
  const picked = picks.filter((pick) => pick.checked).length;
  for (const pick of picks) pick.disabled = !pick.checked && picked >= MOST_COMPARED;
  if (compare) {
    compare.disabled = picked < 2;
    compare.textContent = picked > 0 ? `${label} (${picked})` : label;
  }
}
for (const pick of picks) pick.addEventListener("change", refresh);
refresh();

export {};
