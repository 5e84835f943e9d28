/** RFC 9457 body as every refusing answer carries it; `detail` already speaks the reader's language. */
export interface ProblemBody {
  title: string;
  detail?: string | null;
  status: number;
  code: string;
  instance?: string | null;
  params?: Record<string, unknown>;
  errors?: FieldFault[];
}

export interface FieldFault {
  pointer: string;
  code: string;
  message: string;
}

export function isProblem(value: unknown): value is ProblemBody {
  return typeof value === "object" && value !== null && "code" in value && "title" in value;
}

/** JSON pointer "/terms/free_period_months" → the antd field path ["terms", "free_period_months"]. */
export const fieldPath = (pointer: string): (string | number)[] =>
  pointer
    .split("/")
    .slice(1)
    .filter((part) => part !== "body")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
