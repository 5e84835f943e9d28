import { useTranslation } from "react-i18next";
import { roundAmount, yuan } from "@/shared/lib/money";

interface Props {
  minor: number;
  /** `round` for overviews, `exact` wherever somebody pays. */
  style?: "exact" | "round";
}

/** The only place amounts are written: fen in, localized text out, figures aligned. */
export function Money({ minor, style = "exact" }: Props) {
  useTranslation(); // the language decides the form
  return (
    <span className="num" title={style === "round" ? yuan(minor) : undefined}>
      {style === "round" ? roundAmount(minor) : yuan(minor)}
    </span>
  );
}
