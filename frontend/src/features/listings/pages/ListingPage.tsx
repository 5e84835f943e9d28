import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useMay, useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { History } from "../History";
import { Holders } from "../Holders";
import { ListingBody } from "../ListingBody";
import { ListingState } from "../ListingState";
import { Missing } from "../Missing";
import { Objections } from "../Objections";
import { StepButtons } from "../StepButtons";

export default function ListingPage() {
  const { t } = useTranslation("listings");
  const { id } = useParams({ from: "/desk/listings/$id" });
  const navigate = useNavigate();
  const may = useMay();
  const me = useSession();
  const action = useAction();
  const found = api.useQuery("get", "/api/listings/{listing_id}", { params: { path: { listing_id: id } } });
  const item = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!item) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const own = item.university_id === me.current.organization_id;
  return (
    <>
      <PageHead
        title={item.title}
        back={{ to: "/listings", label: t("list.title") }}
        tag={<ListingState state={item.state} />}
        lead={
          <>
            <span className="num">{item.number}</span> · {t("since")} <DateText value={item.state_since} />
            {item.state === "price_notice" && (
              <>
                {" · "}
                {t("notice_runs")} <DateText value={item.notice_from} /> – <DateText value={item.notice_to} />
              </>
            )}
          </>
        }
        actions={
          own && (
            <>
              {item.state === "open" && (
                <Button href={`/results/${item.id}`} target="_blank" rel="noopener">
                  {t("see_public")}
                </Button>
              )}
              {item.state === "draft" && may("listing.write") && (
                <Button onClick={() => void navigate({ to: "/listings/$id/edit", params: { id } })}>
                  {t("edit.action")}
                </Button>
              )}
              {may("deal.read") && (
                <Button onClick={() => void navigate({ to: "/datarooms/$listingId", params: { listingId: id } })}>
                  {t("room_link")}
                </Button>
              )}
              <StepButtons item={item} action={action} />
            </>
          )
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error} />
        {own && may("listing.approve") && item.state === "objection" && <Objections id={id} />}
        <div className="grid-2">
          <ListingBody item={item} />
          <aside className="stack">
            {own && item.state === "draft" && may("listing.write") && <Missing id={id} />}
            {own && may("listing.approve") && item.state !== "objection" && <Objections id={id} />}
            {own && !may("listing.approve") && item.state === "objection" && (
              <p className="panel" style={{ margin: 0 }}>
                {t("objection.waits_head")}
              </p>
            )}
            {own && <Holders id={id} editable={item.state === "draft" && may("listing.write")} />}
            {own && <History id={id} />}
          </aside>
        </div>
      </div>
    </>
  );
}
