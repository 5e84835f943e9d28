import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";

/** What a draft still needs before it can be submitted. */
export function Missing({ id }: { id: string }) {
  const { t } = useTranslation("listings");
  const found = api.useQuery("get", "/api/listings/{listing_id}/missing", { params: { path: { listing_id: id } } });
  if (!found.data) return null;
  if (found.data.length === 0)
    return (
      <p className="panel" style={{ margin: 0 }}>
        {t("task.ready")}
      </p>
    );
  return (
    <section className="panel">
      <h2>{t("task.need", { count: found.data.length })}</h2>
      <ul className="missing">
        {found.data.map((part) => (
          <li key={part.pointer}>{part.message}</li>
        ))}
      </ul>
      <Link to="/listings/$id/edit" params={{ id }}>
        {t("task.fill")}
      </Link>
    </section>
  );
}
