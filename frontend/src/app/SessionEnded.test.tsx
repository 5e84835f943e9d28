import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { http, signedInMark } from "@/api/client";
import { forgetTyped } from "@/shared/session/ended";
import { SessionEnded } from "./SessionEnded";

afterEach(cleanup);

test("a session that ends while something is typed keeps the page until somebody signs in beside it", async () => {
  const refusal = new Response(JSON.stringify({ code: "sign_in_required" }), { status: 401 });
  const here = window.location.href;
  signedInMark.set(true);
  render(<SessionEnded />);
  forgetTyped();
  window.dispatchEvent(new Event("input"));
  await http.GET("/api/me", { fetch: async () => refusal });
  expect(await screen.findByText("登录已过期")).toBeTruthy();
  expect(window.location.href).toBe(here);
  expect(signedInMark.get()).toBe(false);
  // what a browser does here when another of its windows signs in
  act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: "xianyong.signed_in", newValue: "1" }));
  });
  expect(screen.queryByText("登录已过期")).toBeNull();
});
