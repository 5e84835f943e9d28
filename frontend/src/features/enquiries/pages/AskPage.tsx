import { useNavigate, useParams } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { toast } from "@/shared/ui/toast";
import { WriteBox } from "../WriteBox";
import "../words";
import { Rate } from "../Rate";

const DAYS = 3;

/** A question about a listing, before anybody applies. */
export default function AskPage() {
  const { t } = useTranslation("enquiries");
  const { listingId } = useParams({ from: "/desk/ask/$listingId" });
  const navigate = useNavigate();
  const action = useAction();
  const found = api.useQuery("get", "/api/listings/{listing_id}", { params: { path: { listing_id: listingId } } });
  const rate = api.useQuery(
    "get",
    "/api/universities/{organization_id}/response-rate",
    { params: { path: { organization_id: found.data?.university_id ?? "" } } },
    { enabled: found.data !== undefined },
  );
  const item = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!item) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;

  async function send(text: string) {
    const made = await action.run("ask", () =>
      answer(http.POST("/api/enquiries", { body: { listing_id: listingId, text } })),
    );
    if (!made) return;
    if (made.lines.length > 1 || made.question !== text) toast(t("ask.existing"));
    void navigate({ to: "/enquiries/$id", params: { id: made.id }, replace: true });
  }
  return (
    <>
      <PageHead title={t("ask.title")} lead={t("ask.lead", { days: rate.data?.reply_workdays ?? DAYS })} />
      <div className="grid-2">
        <section className="panel stack">
          <p>
            <span className="muted">{t("ask.about")}</span> <a href={`/results/${item.id}`}>{item.title}</a> ·{" "}
            <Org name={item.university_name} />
          </p>
          <ProblemAlert error={action.error} />
          <WriteBox
            id="question"
            label={t("ask.label")}
            hint={t("ask.hint")}
            send={t("ask.send")}
            short={t("ask.short")}
            busy={action.busy === "ask"}
            onSend={(text) => void send(text)}
          />
        </section>
        <aside className="stack">
          <Rate universityId={item.university_id} />
        </aside>
      </div>
    </>
  );
}
