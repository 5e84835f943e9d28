import { expect, test } from "vitest";
import { insideDesk } from "./link";

test.each([
  ["/app/listings/1", "/listings/1"],
  ["/app/", "/"],
  ["/results/1", undefined],
  ["/application", undefined],
  ["", undefined],
])("link %s → route %s", (link, route) => {
  expect(insideDesk(link)).toBe(route);
});
