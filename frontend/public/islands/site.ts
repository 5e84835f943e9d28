/** On every public page: suggestions under the search box, the next step's scripts. */

/** The scripts behind the next step, fetched when this page is done with everything of its own. */
function fetchNext(): void {
  const files = document.querySelector<HTMLElement>("[data-scripts]")?.dataset.scripts;
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (!files || connection?.saveData) return;
  for (const href of files.split(" ")) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "prefetch", as: "script", crossOrigin: "", href });
    document.head.append(link);
  }
}

interface Suggestion {
  text: string;
}

function suggest(input: HTMLInputElement): void {
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = "suggest";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggest ?? "");
  list.hidden = true;
  input.form?.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  let chosen = -1;
  let asked = 0;
  let timer = 0;

  const show = (open: boolean) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) input.removeAttribute("aria-activedescendant");
  };
  const mark = (index: number) => {
    chosen = index;
    for (const [i, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(i === index));
    const item = list.children[index];
    if (item) input.setAttribute("aria-activedescendant", item.id);
  };
  const take = (item: Element | undefined) => {
    if (item?.textContent) input.value = item.textContent;
    show(false);
    input.form?.requestSubmit();
  };
  const ask = async () => {
    const mine = ++asked;
    const q = input.value.trim();
    if (q.length < 2) return show(false);
    const answer = await fetch(`/api/search/suggest?q=${encodeURIComponent(q)}`).catch(() => undefined);
    if (!answer?.ok || mine !== asked) return;
    const found = ((await answer.json()) as (Suggestion | string)[]).map((s) => (typeof s === "string" ? s : s.text));
    list.replaceChildren(
      ...found.slice(0, 8).map((text, i) => {
        const item = document.createElement("li");
        item.id = `suggest-${i}`;
        item.setAttribute("role", "option");
        item.textContent = text;
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(item);
        });
        return item;
      }),
    );
    mark(-1);
    show(found.length > 0);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 150);
  });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const size = list.children.length;
    if (event.key === "ArrowDown") mark((chosen + 1) % size);
    else if (event.key === "ArrowUp")
      mark((chosen + size) % (size + 1) === size ? size - 1 : (chosen + size - 1) % size);
    else if (event.key === "Escape") show(false);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
}

// Safari has no requestIdleCallback
const whenIdle: (task: () => void) => void = window.requestIdleCallback ?? ((task) => setTimeout(task, 200));
addEventListener("load", () => whenIdle(fetchNext));
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) suggest(input);
document.addEventListener("keydown", (event) => {
  const typing = (event.target as HTMLElement).closest("input,textarea,select");
  if (event.key !== "/" || typing) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
});
