import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { ListingState } from "../ListingState";

type Holding = Schemas["HoldingView"];

const consent = ({ listing_id, terms_hash }: Holding) =>
  answer(
    http.POST("/api/holdings/{listing_id}/consent", {
      params: { path: { listing_id } },
      body: { terms_hash: terms_hash ?? "" },
    }),
  );

/** The results one's own organization co-owns: read the terms, then consent to exactly these. */
export default function HoldingsPage() {
  const { t } = useTranslation("listings");
  const action = useAction();
  const found = api.useQuery("get", "/api/holdings");
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  return (
    <>
      <PageHead title={t("holders.mine")} lead={t("holders.mine_lead")} />
      <div className="stack">
        <ProblemAlert error={action.error} />
        {found.data.length === 0 && <EmptyState title={t("holders.nothing")} hint={t("holders.nothing_hint")} />}
        {found.data.map((item) => (
          <section key={item.listing_id} className="panel stack">
            <h2>{item.title}</h2>
            <div className="row">
              <span className="num">{item.number}</span>
              <Org name={item.university_name} />
              <span>{t("holders.my_share", { percent: item.share_bps / 100 })}</span>
              <ListingState state={item.state} />
              <StateTag tone={item.consents ? "good" : "wait"}>
                {t(item.consents ? "holders.consents" : "holders.waits")}
              </StateTag>
            </div>
            <ol className="clauses">
              {item.terms_text.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            {item.may_consent && (
              <div>
                <Button
                  type="primary"
                  loading={action.busy === item.listing_id}
                  onClick={() => void action.run(item.listing_id, () => consent(item), t("holders.given"))}
                >
                  {t("holders.give")}
                </Button>
              </div>
            )}
          </section>
        ))}
      </div>
    </>
  );
}
