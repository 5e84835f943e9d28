import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";

export type Me = Schemas["Me"];

export const sessionOptions = {
  queryKey: ["get", "/api/me"],
  queryFn: (): Promise<Me> => answer(http.GET("/api/me")),
  staleTime: 60_000,
  retry: false,
} as const;

/** Who is signed in; only used below the guard, where the answer is already there. */
export function useSession(): Me {
  const { data } = useQuery(sessionOptions);
  if (!data) throw new Error("useSession is for signed-in pages");
  return data;
}

export const useMay = (): ((permission: string) => boolean) => {
  const me = useSession();
  return (permission) => me.permissions.includes(permission);
};

/** How the reader herself is called in her language; without an English form by her own name. */
export function useOwnName(): string {
  const me = useSession();
  const { i18n } = useTranslation();
  return (i18n.language === "en" && me.name_en) || me.name;
}
