import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { percent } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { TermsPreview } from "./TermsPreview";
import "./listings.css";

const PROSE = ["problem", "benefit", "mechanism", "present_solution", "evidence"] as const;

/** Everything the officer wrote about a result, as its readers will see it. */
export function ListingBody({ item }: { item: Schemas["ListingView"] }) {
  const { t } = useTranslation("listings");
  const words = useTranslation("words").t;
  return (
    <div className="stack">
      <section className="panel">
        <h2>{t("section.basics")}</h2>
        <dl className="facts">
          <dt>{t("field.industry")}</dt>
          <dd>{item.industry ? words(`industry.${item.industry}`) : "—"}</dd>
          <dt>{t("field.track")}</dt>
          <dd>{item.track ? words(`track.${item.track}`) : "—"}</dd>
          <dt>{t("field.trl")}</dt>
          <dd>{item.trl ?? "—"}</dd>
          <dt>{t("field.unit")}</dt>
          <dd>{item.unit || "—"}</dd>
          <dt>{t("field.price_mode")}</dt>
          <dd>{words(`price_mode.${item.price_mode}`)}</dd>
          <dt>{t("field.outright_price_minor")}</dt>
          <dd>{item.outright_price_minor ? <Money minor={item.outright_price_minor} /> : "—"}</dd>
          <dt>{t("field.keywords")}</dt>
          <dd>{item.keywords.join("、") || "—"}</dd>
        </dl>
      </section>
      <section className="panel stack" lang="zh-CN">
        {PROSE.map((part) => (
          <div key={part}>
            <h2>{t(`field.${part}`)}</h2>
            <p className="prose">{item[part] || <span className="muted">{t("not_written")}</span>}</p>
          </div>
        ))}
      </section>
      <section className="panel">
        <h2>{t("section.terms")}</h2>
        {item.terms ? <TermsPreview item={item} /> : <p className="muted">{t("price.open")}</p>}
        {item.terms_hash && <p className="muted hash num">{t("terms_hash", { hash: item.terms_hash })}</p>}
      </section>
      <section className="stack">
        <h2>{t("section.rights")}</h2>
        <DataTable
          caption={t("section.rights")}
          rows={item.rights}
          rowKey={(right) => right.id}
          empty={{ title: t("rights_empty") }}
          columns={[
            { key: "title", title: t("right.title"), names: true, render: (r) => r.title || item.title },
            { key: "kind", title: t("right.kind"), render: (r) => words(`right.${r.kind}`) },
            { key: "number", title: t("right.number"), render: (r) => <span className="num">{r.display || "—"}</span> },
            { key: "filed", title: t("right.filed_on"), render: (r) => <DateText value={r.filed_on} /> },
            { key: "ends", title: t("right.ends_on"), render: (r) => <DateText value={r.ends_on} /> },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t("section.inventors")}</h2>
        {item.inventors.map((inventor) => (
          <p key={inventor.name} className="row between share">
            <span>{inventor.name}</span>
            <span className="num">{percent(inventor.share_bps)}</span>
          </p>
        ))}
      </section>
    </div>
  );
}
