import { Button, Popconfirm, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FileDrop } from "@/shared/ui/FileDrop";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { ClaimCard } from "../ClaimCard";
import { attachPolicy, COVER_TONES, type Cover, confirmCover, declineCover } from "../model";
import "../words";

const CoverDialog = lazy(() => import("../CoverDialog"));

function CoverCard({ cover }: { cover: Cover }) {
  const { t } = useTranslation("defaults");
  const action = useAction();
  const [declining, setDeclining] = useState(false);
  return (
    <section className="panel stack">
      <div className="row">
        <h2>{cover.title}</h2>
        <StateTag tone={COVER_TONES[cover.state]}>{t(`cover_state.${cover.state}`)}</StateTag>
      </div>
      <dl className="facts">
        <dt>{t("covers.contract")}</dt>
        <dd>
          <span className="num">{cover.contract_number}</span> · <Org name={cover.firm_name} /> →{" "}
          <Org name={cover.university_name} />
        </dd>
        <dt>{t(`covers.${cover.kind}`)}</dt>
        <dd>
          {cover.provider_name} · <span className="num">{cover.policy_number}</span>
        </dd>
        <dt>{t("covers.promise")}</dt>
        <dd>
          {t("covers.terms", { percent: cover.percent_bps / 100, days: cover.waiting_days })}{" "}
          <Money minor={cover.cap_minor} />
        </dd>
        <dt>{t("covers.period")}</dt>
        <dd>
          <DateText value={cover.from_on} /> – <DateText value={cover.until_on} />
        </dd>
        {cover.declined_reason && (
          <>
            <dt>{t("covers.declined")}</dt>
            <dd>{cover.declined_reason}</dd>
          </>
        )}
      </dl>
      <ProblemAlert error={action.error} />
      <div className="row no-print">
        {cover.moves.includes("confirm") && (
          <Popconfirm
            title={t("ask.confirm")}
            okText={t("step.confirm")}
            onConfirm={() => void action.run("confirm", () => confirmCover(cover.id), t("done.confirm"))}
          >
            <Button type="primary" loading={action.busy === "confirm"}>
              {t("step.confirm")}
            </Button>
          </Popconfirm>
        )}
        {cover.moves.includes("decline") && (
          <Button danger onClick={() => setDeclining(true)}>
            {t("step.decline")}
          </Button>
        )}
        {cover.file_id && (
          <Button href={`/api/documents/${cover.file_id}/content`} target="_blank" rel="noopener">
            {t("covers.open_file")}
          </Button>
        )}
      </div>
      {cover.moves.includes("attach") && (
        <FileDrop
          accept=".pdf"
          maxBytes={20_000_000}
          busy={action.busy === "attach"}
          label={t("covers.attach")}
          hint={t("covers.attach_hint")}
          onFile={(file) => void action.run("attach", () => attachPolicy(cover.id, file), t("done.attach"))}
        />
      )}
      {declining && (
        <ReasonDialog
          title={t("step.decline")}
          hint={t("decline.hint")}
          confirm={t("step.decline")}
          danger
          close={() => setDeclining(false)}
          run={async (reason) => {
            await declineCover(cover.id, reason);
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </section>
  );
}

/** Policies and guarantees of one's contracts, and the claims on them. */
export default function CoversPage() {
  const { t } = useTranslation("defaults");
  const may = useMay();
  const action = useAction();
  const [adding, setAdding] = useState(false);
  const covers = api.useQuery("get", "/api/covers");
  const claims = api.useQuery("get", "/api/cover-claims");
  return (
    <>
      <PageHead
        title={t("covers.title")}
        lead={t("covers.lead")}
        actions={
          may("cover.register") && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t("step.register")}
            </Button>
          )
        }
      />
      <div className="stack">
        <ProblemAlert error={covers.error} retry={() => void covers.refetch()} />
        <ProblemAlert error={claims.error} retry={() => void claims.refetch()} />
        {(covers.isPending || claims.isPending) && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
        {claims.data?.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
        {covers.data?.length === 0 && <EmptyState title={t("covers.empty")} hint={t("covers.empty_hint")} />}
        {covers.data?.map((cover) => (
          <CoverCard key={cover.id} cover={cover} />
        ))}
      </div>
      {adding && (
        <Suspense>
          <CoverDialog close={() => setAdding(false)} done={() => void action.run("refresh", async () => undefined)} />
        </Suspense>
      )}
    </>
  );
}
