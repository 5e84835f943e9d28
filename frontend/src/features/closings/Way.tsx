import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** The way to the page of the desk where a thing is seen to; the server writes it with what is to be shown there. */
export function Way({ to, what }: { to: string; what: string }) {
  const { t } = useTranslation("closings");
  const [path = "", query = ""] = to.replace(/^\/app/, "").split("?");
  const search = Object.fromEntries(new URLSearchParams(query));
  return (
    <Link to={path} search={search as never} aria-label={`${t("go")} ${what}`}>
      {t("go")}
    </Link>
  );
}
