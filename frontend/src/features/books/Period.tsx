import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import "./words";

export interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

interface Props {
  days: Days;
  choose: (days: Days) => void;
  /** The address of the file of the same figures, without the period. */
  file: string;
}

/** The address of a file over a period. */
function fileOf(file: string, { from, to }: Days, form: "xlsx" | "csv"): string {
  const asked = new URLSearchParams({ form, ...(from ? { from } : {}), ...(to ? { to } : {}) });
  return `${file}?${asked}`;
}

/** From which day to which; without a first day from the beginning, without a last one to today. Takes the figures along. */
export function Period({ days, choose, file }: Props) {
  const { t } = useTranslation("books");
  return (
    <div className="row between no-print">
      <div className="row">
        <label htmlFor="book-from">{t("from")}</label>
        <Input
          id="book-from"
          type="date"
          style={{ width: 160 }}
          value={days.from ?? ""}
          max={days.to}
          onChange={(event) => choose({ ...days, from: event.target.value || undefined })}
        />
        <label htmlFor="book-to">{t("to")}</label>
        <Input
          id="book-to"
          type="date"
          style={{ width: 160 }}
          value={days.to ?? ""}
          min={days.from}
          onChange={(event) => choose({ ...days, to: event.target.value || undefined })}
        />
        {(days.from || days.to) && <Button onClick={() => choose({})}>{t("whole")}</Button>}
      </div>
      <div className="row">
        <Button href={fileOf(file, days, "xlsx")} download>
          {t("excel")}
        </Button>
        <Button href={fileOf(file, days, "csv")} download>
          CSV
        </Button>
      </div>
    </div>
  );
}
