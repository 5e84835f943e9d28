import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { CardList } from "./CardList";

const refetch = vi.fn(async () => undefined);
const WAITING = { error: null, isPending: true, refetch };

function show(found: Parameters<typeof CardList<string>>[0]["found"], onPage = vi.fn()) {
  return render(
    <CardList found={found} label="cards" empty="nothing" emptyHint="yet" page={1} size={2} onPage={onPage}>
      {(word) => <li key={word}>{word}</li>}
    </CardList>,
  );
}

afterEach(cleanup);

test("while it loads there is a place for it and no word of emptiness", () => {
  const { container } = show(WAITING);
  expect(container.querySelector(".ant-skeleton")).not.toBeNull();
  expect(screen.queryByText("nothing")).toBeNull();
});

test("a failure says so and is tried again by a click", async () => {
  show({ ...WAITING, isPending: false, error: new Error("cut") });
  await userEvent.click(screen.getByRole("button"));
  expect(refetch).toHaveBeenCalledOnce();
  expect(screen.queryByText("nothing")).toBeNull();
});

test("an empty list says what would be there", () => {
  show({ ...WAITING, isPending: false, data: { items: [], total: 0 } });
  expect(screen.getByText("nothing").nextSibling?.textContent).toBe("yet");
  expect(screen.queryByRole("list", { name: "cards" })).toBeNull();
});

test("cards stand in a named list, the rest a page away", async () => {
  const onPage = vi.fn();
  show({ ...WAITING, isPending: false, data: { items: ["one", "two"], total: 3 } }, onPage);
  const list = screen.getByRole("list", { name: "cards" });
  expect([...list.children].map((entry) => entry.textContent)).toEqual(["one", "two"]);
  await userEvent.click(screen.getByText("2"));
  expect(onPage.mock.calls[0]?.[0]).toBe(2);
});
