import { Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fenFromYuan, MOST_MINOR, plainYuan, type Typed } from "@/shared/lib/money";
import "./AmountInput.css";

interface Props {
  id?: string;
  value?: Typed;
  onChange?: (value: Typed) => void;
  "aria-label"?: string;
}

const written = (value: Typed): string => {
  if (typeof value === "number") return String(value / 100);
  return value ?? "";
};
const read = (text: string): Typed => {
  if (text.trim() === "") return null;
  const minor = fenFromYuan(text);
  return typeof minor === "number" ? minor : text;
};

/** Yuan as people type them, fen as the program keeps them; what is no amount stays as typed, for `useAmountRule` to refuse. */
export function AmountInput({ id, value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(written(value));
  useEffect(() => {
    setText((now) => (value === undefined || read(now) === value ? now : written(value)));
  }, [value]);
  const minor = read(text);
  return (
    <>
      <Input
        {...(id ? { id } : {})}
        {...rest}
        inputMode="text"
        autoComplete="off"
        suffix={t("unit.yuan")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange?.(read(event.target.value));
        }}
      />
      <output {...(id ? { htmlFor: id } : {})} className="understood num">
        {typeof minor === "number" && t("amount.understood", { amount: plainYuan(minor) })}
      </output>
    </>
  );
}

interface Limits {
  /** What to say when the field is empty; without it the field may stay empty. */
  needed?: string;
  leastMinor?: number;
  mostMinor?: number;
}

/** Says what is wrong with what an amount field holds, in the reader's language; `undefined` when nothing is. */
export function useAmountFault() {
  const { t } = useTranslation();
  return (value: Typed, { needed, leastMinor = 0, mostMinor = MOST_MINOR }: Limits = {}): string | undefined => {
    if (value === null || value === undefined) return needed;
    const minor = typeof value === "number" ? value : fenFromYuan(value);
    if (minor === "over_limit" || (typeof minor === "number" && minor > mostMinor))
      return t("amount.over_limit", { amount: plainYuan(mostMinor) });
    if (typeof minor === "string") return t(`amount.${minor}`);
    return minor < leastMinor ? t("amount.too_little", { amount: plainYuan(leastMinor) }) : undefined;
  };
}

/** The rule that every amount field of a form carries. */
export function useAmountRule() {
  const faultOf = useAmountFault();
  return (limits?: Limits) => ({
    validator: async (_: unknown, value: Typed) => {
      const fault = faultOf(value, limits);
      if (fault) throw new Error(fault);
    },
  });
}
