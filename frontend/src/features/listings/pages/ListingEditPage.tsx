import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Form, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useFaults } from "@/shared/hooks/useFaults";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { toast } from "@/shared/ui/toast";
import { draftOf, formOf, type ListingForm } from "../draft";
import { ResultFields } from "../ResultFields";
import { InventorFields, RightFields } from "../RightFields";
import { TermFields } from "../TermFields";

const NAME = "listing";

function Editor({ view }: { view: Schemas["ListingView"] | undefined }) {
  const { t } = useTranslation("listings");
  const [form] = Form.useForm<ListingForm>();
  const faults = useFaults(form, NAME);
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    faults.clear();
    const body = draftOf(form.getFieldsValue(true) as ListingForm, view);
    try {
      const saved = view
        ? await answer(
            http.PUT("/api/listings/{listing_id}", {
              params: { path: { listing_id: view.id }, header: { "if-match": String(view.version) } },
              body,
            }),
          )
        : await answer(http.POST("/api/listings", { body }));
      toast(t("done.saved"));
      await navigate({ to: "/listings/$id", params: { id: saved.id }, reloadDocument: false });
    } catch (error) {
      faults.failed(error);
      setBusy(false);
    }
  }

  return (
    <>
      <PageHead
        title={view ? t("edit.title", { title: view.title }) : t("edit.new")}
        back={{ to: "/listings", label: t("list.title") }}
        lead={t("edit.lead")}
      />
      <Form<ListingForm>
        form={form}
        name={NAME}
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        initialValues={formOf(view)}
        onFinish={() => void save()}
        onFinishFailed={faults.refused}
        scrollToFirstError={false}
      >
        <div className="stack">
          {faults.summary}
          <ResultFields />
          <RightFields />
          <InventorFields />
          <TermFields />
          <div className="row sticky-actions">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t("edit.save")}
            </Button>
            <Button onClick={() => window.history.back()}>{t("edit.cancel")}</Button>
          </div>
        </div>
      </Form>
    </>
  );
}

export default function ListingEditPage() {
  const { id } = useParams({ strict: false });
  const found = api.useQuery(
    "get",
    "/api/listings/{listing_id}",
    { params: { path: { listing_id: id ?? "" } } },
    { enabled: Boolean(id), staleTime: 0, gcTime: 0 },
  );
  if (found.error) return <ProblemAlert error={found.error} />;
  if (id && (!found.data || found.isFetching)) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <Editor view={found.data} />;
}
