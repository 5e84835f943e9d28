import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { yuan } from "@/shared/lib/money";
import { useMay } from "@/shared/session/session";
import { Money } from "@/shared/ui/Money";
import { PartMark, PartsBar } from "@/shared/ui/PartsBar";
import type { Invoice } from "./model";

/** How the amount came about, and what became of it: paid, let go, written off, open. */
export function Balance({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation("payments");
  const may = useMay();
  const parts = [
    { key: "paid", value: invoice.paid_minor },
    { key: "credited", value: invoice.credited_minor },
    { key: "written_off", value: invoice.written_off_minor },
  ] as const;
  return (
    <section className="panel stack">
      <h2>{t("counted")}</h2>
      {invoice.lines.every((line) => line.text !== invoice.formula_text) && <p>{invoice.formula_text}</p>}
      {invoice.overbilled_minor > 0 && invoice.open_minor > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t(may("invoice.manage") ? "overbilled.university" : "overbilled.firm", {
            amount: yuan(invoice.overbilled_minor),
          })}
        />
      )}
      <PartsBar parts={[...parts]} whole={invoice.amount_minor} />
      <table className="bill">
        <caption className="visually-hidden">{t("counted")}</caption>
        <tbody>
          {invoice.lines.map((line) => (
            <tr key={line.text}>
              <th scope="row">{line.text}</th>
              <td>
                <Money minor={line.amount_minor} />
              </td>
            </tr>
          ))}
          {parts.map((part, index) =>
            part.value > 0 ? (
              <tr key={part.key}>
                <th scope="row">
                  <PartMark index={index} />
                  {t(`balance.${part.key}`)}
                </th>
                <td>
                  −<Money minor={part.value} />
                </td>
              </tr>
            ) : null,
          )}
          <tr>
            <th scope="row">{t("column.open")}</th>
            <td>
              <strong>
                <Money minor={invoice.open_minor} />
              </strong>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
