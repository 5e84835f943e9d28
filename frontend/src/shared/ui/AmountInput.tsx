import { Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fenFromYuan } from "@/shared/lib/money";

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (minor: number | null | undefined) => void;
  "aria-label"?: string;
}

const plain = (minor: number | null | undefined) => (minor === null || minor === undefined ? "" : String(minor / 100));

/** Yuan as people type them, fen as the program keeps them; what is no amount becomes `undefined` and is refused. */
export function AmountInput({ id, value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(plain(value));
  useEffect(() => {
    setText((now) => (value === undefined || fenFromYuan(now) === value ? now : plain(value)));
  }, [value]);
  return (
    <Input
      {...(id ? { id } : {})}
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      suffix={t("unit.yuan")}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange?.(event.target.value.trim() === "" ? null : fenFromYuan(event.target.value));
      }}
    />
  );
}
