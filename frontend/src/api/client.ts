import i18next from "i18next";
import createFetchClient, { type Middleware } from "openapi-fetch";
import createClient from "openapi-react-query";
import type { components, paths } from "./schema.gen";

export type Schemas = components["schemas"];

/** What a GET answers. For schemas whose names two rooms share, since their generated names change with the other room. */
export type Read<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

const SIGN_IN = "/app/sign-in";

/** Keeps the page when leaving it would lose what was typed; says whether it did. Set by the shell. */
let keepPage: () => boolean = () => false;
export const onSessionEnd = (keep: () => boolean): void => {
  keepPage = keep;
};

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", i18next.language ?? "zh-CN");
    return request;
  },
  onResponse({ response, schemaPath }) {
    // A session that ended in mid-work: sign in again and come back, or beside this page if something was typed here.
    const inside = !window.location.pathname.startsWith(SIGN_IN);
    if (response.status === 401 && inside && schemaPath !== "/api/session") {
      response
        .clone()
        .json()
        .then((body: { code?: string }) => {
          if (body.code === "sign_in_required" && !keepPage()) leaveForSignIn();
        })
        .catch(() => undefined);
    }
    return response;
  },
};

/** Remembers that a session exists, so that a visitor without one is not asked about by the server in vain. */
export const signedInMark = {
  get: () => localStorage.getItem("xianyong.signed_in") === "1",
  set: (on: boolean) =>
    on ? localStorage.setItem("xianyong.signed_in", "1") : localStorage.removeItem("xianyong.signed_in"),
};

export function leaveForSignIn(): void {
  signedInMark.set(false);
  const next = window.location.pathname + window.location.search;
  window.location.assign(`${SIGN_IN}?next=${encodeURIComponent(next)}`);
}

export const http = createFetchClient<paths>({
  baseUrl: window.location.origin,
  querySerializer: { array: { style: "form", explode: true } },
});
http.use(manners);

/** TanStack Query hooks over the typed client; errors are the problem+json bodies. */
export const api = createClient(http);

/** Unwraps an answer of the plain client: data, or the problem thrown. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error } = await call;
  if (error !== undefined) throw error;
  return data as T;
}
