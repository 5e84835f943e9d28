import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { signedInMark } from "@/api/client";
import { isProblem } from "@/api/problem";
import { sessionOptions } from "@/shared/session/session";
import { Crash } from "./Crash";
import { Lost } from "./Lost";
import { Shell } from "./Shell";
import { parseSearch, stringifySearch } from "./search";

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: Lost });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { next?: string } => (typeof search.next === "string" ? { next: search.next } : {}),
  component: lazyRouteComponent(() => import("./pages/SignInPage")),
});

/** Everything behind the sign-in: the guard loads who is there once and keeps it. */
const desk = createRoute({
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

const page = <Path extends string>(path: Path, load: () => Promise<{ default: () => React.ReactNode }>) =>
  createRoute({ getParentRoute: () => desk, path, component: lazyRouteComponent(load) });

const home = page("/", () => import("./pages/WorkPage"));

const tree = root.addChildren([signIn, desk.addChildren([home])]);

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    basepath: "/app",
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: Lost,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
