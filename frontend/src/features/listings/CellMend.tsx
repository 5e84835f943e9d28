import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useBusy } from "@/shared/hooks/useBusy";
import type { ColumnKey } from "./imports";

interface Props {
  row: Schemas["ImportRowView"];
  fault: Schemas["CellError"];
  mend: (cells: Record<string, string>) => Promise<unknown>;
}

/** One wrong cell with what is wrong, corrected where it stands. */
export function CellMend({ row, fault, mend }: Props) {
  const { t } = useTranslation("listings");
  const id = useId();
  const [value, setValue] = useState(row.cells[fault.column] ?? "");
  const [busy, once] = useBusy();
  const name = t(`import.column.${fault.column as ColumnKey}`);
  return (
    <form
      className="cell-mend"
      onSubmit={(event) => {
        event.preventDefault();
        void once(() => mend({ ...row.cells, [fault.column]: value }));
      }}
    >
      <label htmlFor={id}>{name}</label>
      <Input
        id={id}
        size="small"
        value={value}
        maxLength={2000}
        status="error"
        aria-describedby={`${id}-fault`}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button
        htmlType="submit"
        size="small"
        loading={busy}
        aria-label={t("import.correct_named", { name, row: row.row_number })}
      >
        {t("import.correct")}
      </Button>
      <span id={`${id}-fault`}>{fault.message}</span>
    </form>
  );
}
