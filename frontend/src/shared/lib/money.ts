import { language } from "./i18n";

const FEN_PER_YUAN = 100;

const formats = new Map<string, Intl.NumberFormat>();
function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language() + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language(), options);
  formats.set(key, made);
  return made;
}

/** Fen → "¥1,234.50"; whole yuan lose the decimals only when `short` is asked for. */
export function yuan(minor: number, short = false): string {
  const digits = short && minor % FEN_PER_YUAN === 0 ? 0 : 2;
  return format({
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: 2,
  }).format(minor / FEN_PER_YUAN);
}

/** Fen → a short amount as the language counts it: "¥26.5万", "¥1.2亿"; in English "¥265K". */
export const roundAmount = (minor: number): string =>
  format({
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    notation: "compact",
    maximumFractionDigits: 2,
  }).format(minor / FEN_PER_YUAN);

export const percent = (bps: number): string =>
  format({ style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);

export const count = (value: number): string => format({}).format(value);

/** Yuan as typed ("12,000.50", full-width digits, spaces) → fen; undefined when it is not an amount with at most two decimals. */
export function fenFromYuan(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,¥]/g, "");
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return undefined;
  return Number(match[1]) * FEN_PER_YUAN + Number((match[2] ?? "").padEnd(2, "0"));
}
