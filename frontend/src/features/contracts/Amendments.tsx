import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { RevisionView } from "@/shared/terms/RevisionView";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import type { Contract } from "./model";
import { type Amendment, signAmendment, withdrawAmendment } from "./papers";

const AmendDialog = lazy(() => import("./AmendDialog"));
const TONES = { proposed: "wait", in_force: "good", withdrawn: "idle" } as const;

function One({ contract, item }: { contract: Contract; item: Amendment }) {
  const { t } = useTranslation("contracts");
  const action = useAction();
  const [leaving, setLeaving] = useState(false);
  return (
    <li>
      <div className="row">
        <strong>{t("amend.nth", { number: item.number })}</strong>
        <StateTag tone={TONES[item.state]}>{t(`amend.state.${item.state}`)}</StateTag>
        <span>
          {t("amend.from")} <DateText value={item.from_on} />
        </span>
      </div>
      <p>{t("amend.why", { name: item.proposed_by_name, reason: item.reason })}</p>
      <RevisionView of={item} />
      <p className="muted small">
        {item.signatures.map((each) => `${each.name} ${each.signed_at ? t("signed") : t("not_signed")}`).join(" · ")}
      </p>
      <p className="muted hash num">{t("amend.hash", { before: item.before_hash, after: item.terms_hash })}</p>
      <div className="row no-print">
        <a href={`/api/documents/${item.file_id}/content`} target="_blank" rel="noopener">
          {t("amend.open")}
        </a>
        {item.moves.includes("sign") && (
          <Button
            type="primary"
            loading={action.busy === "sign"}
            onClick={() => void action.run("sign", () => signAmendment(contract, item), t("done.sign"))}
          >
            {t("amend.sign")}
          </Button>
        )}
        {item.moves.includes("withdraw") && (
          <Button danger onClick={() => setLeaving(true)}>
            {t("amend.withdraw")}
          </Button>
        )}
      </div>
      <ProblemAlert error={action.error} />
      {leaving && (
        <ReasonDialog
          title={t("amend.withdraw")}
          hint={t("amend.withdraw_hint")}
          confirm={t("amend.withdraw")}
          danger
          close={() => setLeaving(false)}
          run={async (reason) => {
            await withdrawAmendment(contract, item, reason);
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </li>
  );
}

/** Every version of the terms with what it changed, and the way to propose the next one. */
export function Amendments({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const may = useMay();
  const [open, setOpen] = useState(false);
  const path = { params: { path: { contract_id: contract.id } } };
  const found = api.useQuery("get", "/api/contracts/{contract_id}/amendments", path);
  const items = found.data ?? [];
  const running = contract.state === "in_use_free" || contract.state === "paying";
  const proposes = running && may("contract.sign") && items.every((item) => item.state !== "proposed");
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (items.length === 0 && !proposes) return null;
  return (
    <section className="panel stack">
      <h2>{t("amend.title")}</h2>
      {items.length > 0 ? (
        <ul className="files">
          {items.map((item) => (
            <One key={item.number} contract={contract} item={item} />
          ))}
        </ul>
      ) : (
        <p className="muted">{t("amend.none")}</p>
      )}
      {proposes && (
        <div>
          <Button onClick={() => setOpen(true)}>{t("amend.propose")}</Button>
        </div>
      )}
      {open && (
        <Suspense fallback={null}>
          <AmendDialog contract={contract} close={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
