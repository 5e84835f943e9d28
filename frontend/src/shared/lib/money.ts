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

export type AmountFault = "not_a_number" | "negative" | "too_many_decimals" | "over_limit";

/** What a form holds of an amount: fen, nothing yet, or what was typed and is no amount. */
export type Typed = number | string | null | undefined;

/** 10 trillion yuan: the most that the server keeps as one amount. */
export const MOST_MINOR = 1e15;

const FEN_ZEROS = 2;
const ZEROS: Record<string, number> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  亿: 8,
  万亿: 12,
  k: 3,
  thousand: 3,
  m: 6,
  million: 6,
  billion: 9,
};
const SIGN = "([+-]?)(?:¥|cny|rmb)?";
const FIGURE = String.raw`(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?`;
const UNIT = "(?:([十百千])?(万亿|万|亿)?|(k|thousand|m|million|billion))(?:元|yuan|cny|rmb)?";
const AMOUNT = new RegExp(`^${SIGN}${FIGURE}${UNIT}$`);

/**
 * An amount as people type it ("12.5万", "3,000元", "1.2 million", full-width digits; without a unit yuan) → fen, or why
 * it is none. Nothing is rounded. The public pages read amounts alike: both pass `tests/amounts.json`.
 */
export function fenFromYuan(text: string, mostMinor = MOST_MINOR): number | AmountFault {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s/g, "").replaceAll("−", "-");
  const match = AMOUNT.exec(plain);
  const [, sign, whole = "", typed = "", tens = "", myriads = "", western = ""] = match ?? [];
  if (!match || whole + typed === "") return "not_a_number";
  if (sign === "-") return "negative";
  const decimals = typed.replace(/0+$/, "");
  const zeros = FEN_ZEROS + (ZEROS[tens] ?? 0) + (ZEROS[myriads] ?? 0) + (ZEROS[western] ?? 0);
  if (decimals.length > zeros) return "too_many_decimals";
  const minor = Number(whole.replaceAll(",", "") + decimals.padEnd(zeros, "0"));
  return minor <= mostMinor ? minor : "over_limit";
}

/** The fen of a field that was read; what is no amount counts as not given. */
export const minorOf = (typed: Typed): number | null => (typeof typed === "number" ? typed : null);

/** Fen → "125,000.00": how a typed amount was understood. */
export const plainYuan = (minor: number): string =>
  format({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(minor / FEN_PER_YUAN);
