import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contract } from "./model";

const ClausesDialog = lazy(() => import("./ClausesDialog"));

/** The clauses of the parties' own; until somebody has signed, either side may change them. */
export function Clauses({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const [open, setOpen] = useState(false);
  const editable = contract.state === "drafted" && contract.moves.includes("sign");
  if (!editable && contract.special_clauses.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{t("clauses.title")}</h2>
      {contract.special_clauses.length > 0 ? (
        <ol className="clauses">
          {contract.special_clauses.map((clause) => (
            <li key={clause}>{clause}</li>
          ))}
        </ol>
      ) : (
        <p className="muted">{t("clauses.none")}</p>
      )}
      {editable && (
        <div>
          <Button onClick={() => setOpen(true)}>{t("clauses.edit")}</Button>
        </div>
      )}
      {open && (
        <Suspense fallback={null}>
          <ClausesDialog contract={contract} close={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
