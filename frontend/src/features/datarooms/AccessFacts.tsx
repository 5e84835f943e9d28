import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DateText } from "@/shared/ui/DateText";
import type { Access } from "./model";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="facts-pair">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What was asked, agreed and signed. */
export function AccessFacts({ access }: { access: Access }) {
  const { t } = useTranslation("datarooms");
  const { firm_signed: firm, university_signed: university } = access;
  return (
    <dl className="facts">
      <Fact name={t("column.number")}>
        <span className="num">{access.number}</span>
      </Fact>
      <Fact name={t("access.purpose")}>{access.purpose}</Fact>
      <Fact name={t("access.asked")}>
        <DateText value={access.asked_at} precision="minute" />
      </Fact>
      {access.reply_due_on && (
        <Fact name={t("access.due")}>
          <DateText value={access.reply_due_on} />
        </Fact>
      )}
      {access.access_days && <Fact name={t("access.days")}>{access.access_days}</Fact>}
      {access.months && <Fact name={t("access.months")}>{t("access.months_value", { months: access.months })}</Fact>}
      {firm && (
        <Fact name={t("access.firm_signed")}>
          {firm.name} <DateText value={firm.at} precision="minute" />
        </Fact>
      )}
      {university && (
        <Fact name={t("access.university_signed")}>
          {university.name} <DateText value={university.at} precision="minute" />
        </Fact>
      )}
      {access.expires_on && (
        <Fact name={t("access.expires")}>
          <DateText value={access.expires_on} />
        </Fact>
      )}
      {access.end_reason && <Fact name={t("access.reason")}>{access.end_reason}</Fact>}
    </dl>
  );
}
