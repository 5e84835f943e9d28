import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button, Form, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DraftStatus } from "@/shared/ui/DraftStatus";
import { EmptyState } from "@/shared/ui/EmptyState";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { take } from "../actions";
import { formOf, type ListingForm } from "../draft";
import { ResultFields } from "../ResultFields";
import { InventorFields, RightFields } from "../RightFields";
import { TaskList } from "../TaskList";
import { TermFields } from "../TermFields";
import { TermsPreview } from "../TermsPreview";
import { useListingDraft } from "../useListingDraft";
import "../listings.css";

// Only two people at one draft ever see it.
const StaleDialog = lazy(() => import("../StaleDialog"));

interface Props {
  view: Schemas["ListingView"];
  startAgain: () => void;
}

function Editor({ view, startAgain }: Props) {
  const { t } = useTranslation("listings");
  const [form] = Form.useForm<ListingForm>();
  const draft = useListingDraft(view, form);
  const action = useAction();
  const navigate = useNavigate();
  const path = { params: { path: { listing_id: view.id } } };
  const missing = api.useQuery("get", "/api/listings/{listing_id}/missing", path).data;

  async function submit() {
    if (!(await draft.settle())) return;
    const done = await action.run("submit", () => take("submit", view.id, "").then(() => true), t("done.submit"));
    if (done) await navigate({ to: "/listings/$id", params: { id: view.id } });
  }
  return (
    <>
      <PageHead
        title={t("edit.title", { title: draft.saved.title })}
        back={{ to: `/listings/${view.id}`, label: view.number }}
        lead={t("edit.lead")}
      />
      <div className="editor">
        <Form<ListingForm>
          form={form}
          name="listing"
          layout="vertical"
          requiredMark={false}
          validateTrigger={[]}
          initialValues={formOf(view)}
          onValuesChange={() => draft.change(form.getFieldsValue(true) as ListingForm)}
        >
          <div className="stack">
            <ResultFields />
            <RightFields />
            <InventorFields />
            <TermFields preview={<TermsPreview item={draft.saved} />} />
            <ProblemAlert error={action.error ?? draft.refusal} />
            <div className="row sticky-actions">
              <Button type="primary" loading={action.busy === "submit"} onClick={() => void submit()}>
                {t("step.submit")}
              </Button>
              <Link to="/listings/$id" params={{ id: view.id }}>
                {t("edit.view")}
              </Link>
              {draft.wrong > 0 ? (
                <span role="status" className="warn">
                  {t("draft.wrong", { count: draft.wrong })}
                </span>
              ) : (
                <DraftStatus status={draft.status} />
              )}
            </div>
          </div>
        </Form>
        <aside className="editor-side panel">
          <h2>{t("task.title")}</h2>
          <p className="muted" role="status" style={{ margin: 0 }}>
            {missing && (missing.length ? t("task.need", { count: missing.length }) : t("task.ready"))}
          </p>
          {missing && <TaskList missing={missing} />}
        </aside>
      </div>
      <Suspense fallback={null}>
        {draft.theirs && (
          <StaleDialog
            mine={form.getFieldsValue(true) as ListingForm}
            theirs={draft.theirs}
            keepMine={draft.keepMine}
            takeTheirs={startAgain}
          />
        )}
      </Suspense>
    </>
  );
}

export default function ListingEditPage() {
  const { t } = useTranslation("listings");
  const { id } = useParams({ from: "/desk/listings/$id/edit" });
  const [round, setRound] = useState(0);
  const found = api.useQuery(
    "get",
    "/api/listings/{listing_id}",
    { params: { path: { listing_id: id } } },
    {
      refetchOnMount: "always",
    },
  );
  const view = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!view || (round === 0 && !found.isFetchedAfterMount))
    return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  if (view.state !== "draft" && !found.isFetching)
    return (
      <>
        <PageHead title={view.title} back={{ to: "/listings", label: t("list.title") }} />
        <EmptyState
          title={t("edit.not_draft")}
          hint={t("edit.not_draft_hint")}
          action={
            <Link to="/listings/$id" params={{ id }}>
              {t("edit.view")}
            </Link>
          }
        />
      </>
    );
  const startAgain = () => void found.refetch().then(() => setRound((n) => n + 1));
  return <Editor key={round} view={view} startAgain={startAgain} />;
}
