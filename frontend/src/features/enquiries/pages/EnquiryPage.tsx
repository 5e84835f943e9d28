import { Link, useParams } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { toast } from "@/shared/ui/toast";
import { type Enquiry, type Side, TONES } from "../model";
import { WriteBox } from "../WriteBox";
import "../words";

/** What comes next, said to whoever reads. */
function Next({ enquiry, side }: { enquiry: Enquiry; side: Side }) {
  const { t } = useTranslation("enquiries");
  return (
    <section className="panel next" aria-live="polite">
      <h2>{t("next.title")}</h2>
      <p>{t(`next.${enquiry.state}_${side}`)}</p>
      {enquiry.reply_due_on && (
        <p className={enquiry.overdue ? "warn" : "muted"}>
          {t("next.due")} <DateText value={enquiry.reply_due_on} /> {enquiry.overdue && t("overdue")}
        </p>
      )}
      {enquiry.close_reason && (
        <p className="muted">
          {t("next.reason")}: {enquiry.close_reason}
        </p>
      )}
      {enquiry.can_apply && (
        <p>
          <Link to="/apply/$listingId" params={{ listingId: enquiry.listing_id }}>
            <Button>{t("next.apply")}</Button>
          </Link>
        </p>
      )}
      {enquiry.deal_id && (
        <p>
          <Link to="/applications/$id" params={{ id: enquiry.deal_id }}>
            <Button>{t("next.application")}</Button>
          </Link>
        </p>
      )}
    </section>
  );
}

function Talk({ enquiry, side }: { enquiry: Enquiry; side: Side }) {
  const { t } = useTranslation("enquiries");
  return (
    <section className="panel">
      <h2>{t("talk.title")}</h2>
      <ol className="talk">
        {enquiry.lines.map((line) => (
          <li key={line.id} className={line.side === side ? "is-mine" : ""}>
            <p className="muted">
              {t(`talk.${line.kind}`)} · {line.author_name} · <DateText value={line.at} precision="minute" />
            </p>
            <p>{line.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One conversation as either side sees it. */
export default function EnquiryPage() {
  const { t } = useTranslation("enquiries");
  const { id } = useParams({ from: "/desk/enquiries/$id" });
  const me = useSession();
  const action = useAction();
  const [closing, setClosing] = useState(false);
  const path = { params: { path: { enquiry_id: id } } };
  const found = api.useQuery("get", "/api/enquiries/{enquiry_id}", path);
  const enquiry = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!enquiry) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  const side: Side = enquiry.firm_id === me.current.organization_id ? "firm" : "university";
  const writes = (["answer", "follow_up"] as const).find((move) => enquiry.moves.includes(move));
  const send = (text: string) =>
    writes &&
    void action.run(
      writes,
      () =>
        answer(
          writes === "answer"
            ? http.POST("/api/enquiries/{enquiry_id}/answer", { ...path, body: { text } })
            : http.POST("/api/enquiries/{enquiry_id}/follow-up", { ...path, body: { text } }),
        ),
      t(`done.${writes}`),
    );
  return (
    <>
      <PageHead
        title={enquiry.listing_title}
        tag={<StateTag tone={TONES[enquiry.state]}>{t(`state.${enquiry.state}`)}</StateTag>}
        back={{ to: "/enquiries", label: t("title") }}
        lead={
          <>
            <span className="num">{enquiry.number}</span> ·{" "}
            <Org name={side === "firm" ? enquiry.university_name : enquiry.firm_name} />
          </>
        }
        actions={
          <>
            <Button href={`/results/${enquiry.listing_id}`}>{t("listing.open")}</Button>
            {enquiry.moves.includes("close") && <Button onClick={() => setClosing(true)}>{t("close.action")}</Button>}
          </>
        }
      />
      <div className="grid-2">
        <div className="stack">
          <Talk enquiry={enquiry} side={side} />
          {writes && (
            <section className="panel stack">
              <ProblemAlert error={action.error} />
              <WriteBox
                key={enquiry.lines.length}
                id="line"
                label={t(`write.${writes}`)}
                send={t(`write.send_${writes}`)}
                short={t("ask.short")}
                busy={action.busy === writes}
                onSend={send}
              />
            </section>
          )}
        </div>
        <aside className="stack">
          <Next enquiry={enquiry} side={side} />
        </aside>
      </div>
      {closing && (
        <ReasonDialog
          title={t("close.action")}
          hint={t("close.hint")}
          confirm={t("close.action")}
          minLength={0}
          close={() => setClosing(false)}
          run={async (reason) => {
            await answer(http.POST("/api/enquiries/{enquiry_id}/close", { ...path, body: { reason } }));
            toast(t("done.close"));
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </>
  );
}
