import { Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "@/shared/hooks/useText";
import { AmountInput } from "@/shared/ui/AmountInput";
import { PercentInput } from "@/shared/ui/PercentInput";
import type { FactField } from "./model";

interface Props {
  fact: FactField;
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

/** One fact, asked in the way its kind allows; leaving it open is an answer of its own. */
export function FactInput({ fact, id, value, onChange }: Props) {
  const { t } = useTranslation("funding");
  const text = useText();
  const shared = { ...(id ? { id } : {}), onChange: (next: unknown) => onChange?.(next) };
  const options = fact.choices.map((choice) => ({ value: choice.value, label: text(choice.label) }));
  if (fact.kind === "choice")
    return <Select {...shared} allowClear placeholder={t("not_sure")} value={value as string} options={options} />;
  if (fact.kind === "choices")
    return (
      <Select
        {...shared}
        allowClear
        mode="multiple"
        placeholder={t("not_sure")}
        value={(value as string[]) ?? []}
        options={options}
      />
    );
  if (fact.kind === "flag")
    return (
      <Radio.Group
        {...(id ? { id } : {})}
        value={value ?? null}
        onChange={(event) => onChange?.(event.target.value)}
        options={[
          { value: true, label: t("yes") },
          { value: false, label: t("no") },
          { value: null, label: t("not_sure") },
        ]}
      />
    );
  if (fact.kind === "certificate")
    return (
      <Input
        {...(id ? { id } : {})}
        placeholder={t("certificate_number")}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange?.(event.target.value)}
      />
    );
  if (fact.unit === "fen") return <AmountInput {...shared} value={value as number | null} />;
  if (fact.unit === "bps") return <PercentInput {...shared} value={value as number | null} />;
  return (
    <InputNumber
      {...shared}
      precision={0}
      value={value as number | null}
      suffix={fact.unit ? t(`unit.${fact.unit}`) : null}
      style={{ width: "100%" }}
    />
  );
}
