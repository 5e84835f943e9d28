import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { signedInMark } from "@/api/client";
import { isProblem } from "@/api/problem";
import { sessionOptions } from "@/shared/session/session";
import { Lost } from "./Lost";
import { Shell } from "./Shell";

export type Search = Record<string, unknown>;
export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
export const pageOf = (value: unknown): number | undefined =>
  Number(value) > 1 ? Math.floor(Number(value)) : undefined;
/** Leaves out what is not set, so that addresses stay short. */
export function only<T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined)) as never;
}

export const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: Lost,
});

export const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Search) => only({ next: text(search.next) }),
  component: lazyRouteComponent(() => import("./pages/SignInPage")),
});

/** Everything behind the sign-in: the guard loads who is there once and keeps it. */
export const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const leave = redirect({ to: "/sign-in", search: { next: `/app${location.href}` } });
    if (!signedInMark.get()) throw leave;
    try {
      await context.client.ensureQueryData(sessionOptions);
    } catch (error) {
      if (!isProblem(error) || error.status !== 401) throw error;
      signedInMark.set(false);
      throw leave;
    }
  },
});
