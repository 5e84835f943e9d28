import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import "./ErrorSummary.css";

export interface FormFault {
  field: string;
  message: string;
}

/** Lists what to correct, by the name of the field where several say the same; takes the focus when it appears (`attempt` counts the tries), and leads to each field. */
export function ErrorSummary({ faults, attempt }: { faults: FormFault[]; attempt: number }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  const said = (fault: FormFault) => {
    const alike = faults.filter((other) => other.message === fault.message).length > 1;
    const name = alike && document.querySelector(`label[for="${CSS.escape(fault.field)}"]`)?.textContent;
    return name ? t("form.fault_of", { name, message: fault.message }) : fault.message;
  };
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t("form.correct_these")}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a
              href={`#${fault.field}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(fault.field);
                field?.closest("details")?.setAttribute("open", "");
                field?.focus();
              }}
            >
              {said(fault)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
