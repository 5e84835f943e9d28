import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { dateText } from "@/shared/lib/date";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";

/** The dated statuses of a firm that rules refer to. */
export function Certificates({ items }: { items: Schemas["CertificateView"][] }) {
  const { t } = useTranslation("organization");
  return (
    <section className="stack">
      <h2>{t("certificates")}</h2>
      <DataTable
        caption={t("certificates")}
        rows={items}
        rowKey={(item) => item.id}
        empty={{ title: t("certificates_empty") }}
        columns={[
          { key: "kind", title: t("cert.kind"), names: true, render: (c) => t(`cert.${c.kind}`) },
          { key: "number", title: t("cert.number"), render: (c) => <span className="num">{c.number}</span> },
          {
            key: "valid",
            title: t("cert.valid"),
            render: (c) =>
              c.revoked_on ? (
                t("cert.revoked", { date: dateText(c.revoked_on) })
              ) : (
                <>
                  <DateText value={c.valid_from} /> – <DateText value={c.valid_to} />
                </>
              ),
          },
          { key: "source", title: t("cert.source"), wraps: true, render: (c) => c.source || "—" },
        ]}
      />
    </section>
  );
}
