import { useParams } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Timeline } from "@/shared/ui/Timeline";
import { AfterSignature } from "../AfterSignature";
import { Amendments } from "../Amendments";
import { Clauses } from "../Clauses";
import { ContractActions } from "../ContractActions";
import { ContractState } from "../ContractState";
import type { Contract } from "../model";
import { OnPaper } from "../OnPaper";
import { Owed } from "../Owed";
import { Papers } from "../Papers";
import { Signing } from "../Signing";

const left = (o: Contract["obligations"][number]) => o.amount_minor - o.settled_minor - o.credited_minor;

function NextStep({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const me = useSession();
  const side = contract.firm_id === me.current.organization_id ? "firm" : "university";
  const next = contract.obligations.find((o) => o.due_on && left(o) > 0);
  return (
    <section className="panel next" aria-live="polite">
      <h2>{t("next.title")}</h2>
      <p>{contract.my_turn ? t("next.sign") : t(`next.${side}.${contract.state}`)}</p>
      {contract.state === "in_use_free" && contract.free_until_on && (
        <p className="muted">
          {t("next.free_until")} <DateText value={contract.free_until_on} />
        </p>
      )}
      {next && (
        <p>
          {t("next.due")} <Money minor={left(next)} /> · <DateText value={next.due_on} />
        </p>
      )}
      <ContractActions contract={contract} />
    </section>
  );
}

function Life({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const lastDone = contract.timeline.map((entry) => entry.done).lastIndexOf(true);
  return (
    <section className="panel">
      <h2>{t("section.timeline")}</h2>
      <Timeline
        label={t("section.timeline")}
        steps={contract.timeline.map((entry, i) => ({
          key: `${entry.kind}-${entry.on}-${entry.title}`,
          title: entry.title,
          status: i === lastDone ? "current" : entry.done ? "done" : "ahead",
          note: (
            <>
              {entry.on ? <DateText value={entry.on} /> : t("not_dated")}
              {entry.amount_minor ? (
                <>
                  {" · "}
                  <Money minor={entry.amount_minor} />
                </>
              ) : null}
            </>
          ),
        }))}
      />
    </section>
  );
}

/** Where both sides see the same contract: what is next, who signed, what is owed and why. */
export default function ContractPage() {
  const { t } = useTranslation("contracts");
  const { id } = useParams({ from: "/desk/contracts/$id" });
  const found = api.useQuery("get", "/api/contracts/{contract_id}", { params: { path: { contract_id: id } } });
  const contract = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!contract) return <Skeleton active title={false} paragraph={{ rows: 14 }} />;
  return (
    <>
      <PageHead
        title={contract.project_name}
        tag={<ContractState state={contract.state} />}
        back={{ to: "/contracts", label: t("list.title") }}
        lead={
          <>
            <span className="num">{contract.number}</span> · <Org name={contract.university_name} /> ·{" "}
            <Org name={contract.firm_name} />
          </>
        }
        actions={
          <Button href={`/api/contracts/${contract.id}/pdf`} target="_blank" rel="noopener">
            {t("open_pdf")}
          </Button>
        }
      />
      <div className="grid-2">
        <div className="stack">
          <NextStep contract={contract} />
          <AfterSignature contract={contract} />
          <Clauses contract={contract} />
          <Signing contract={contract} />
          <OnPaper contract={contract} />
          <Papers contract={contract} />
          <Owed contract={contract} />
          <section className="panel">
            <h2>{t("section.terms")}</h2>
            <ol className="clauses">
              {contract.terms_text.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            <p className="muted hash num">{t("terms_hash", { hash: contract.terms_hash })}</p>
          </section>
          <Amendments contract={contract} />
        </div>
        <Life contract={contract} />
      </div>
    </>
  );
}
