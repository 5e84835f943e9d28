import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ImportRows } from "../ImportRows";
import { ImportStart } from "../ImportStart";
import { ImportSummary } from "../ImportSummary";
import "../listings.css";

function send(file: File): Promise<Schemas["ImportView"]> {
  return answer(
    http.POST("/api/listing-imports", {
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", file);
        return form;
      },
    }),
  );
}

/** From a spreadsheet to drafts: read, mend what is wrong in place, take over what is right. */
export default function ImportPage() {
  const { t } = useTranslation("listings");
  const { batch } = useSearch({ from: "/desk/listings/import" });
  const navigate = useNavigate();
  const action = useAction();
  const found = api.useQuery(
    "get",
    "/api/listing-imports/{batch_id}",
    { params: { path: { batch_id: batch ?? "" } } },
    { enabled: Boolean(batch) },
  );
  const view = batch ? found.data : undefined;

  async function take(file: File) {
    const read = await action.run("read", () => send(file));
    if (read) await navigate({ to: "/listings/import", search: { batch: read.id } });
  }

  return (
    <>
      <PageHead
        title={t("import.title")}
        back={{ to: "/listings", label: t("list.title") }}
        lead={t("import.lead")}
        actions={
          batch && (
            <Button onClick={() => void navigate({ to: "/listings/import", search: {} })}>{t("import.another")}</Button>
          )
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error ?? found.error} />
        {!batch && <ImportStart busy={action.busy === "read"} take={(file) => void take(file)} />}
        {batch && !view && !found.error && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
        {view && (
          <>
            <ImportSummary view={view} action={action} />
            <ImportRows key={view.id} view={view} />
          </>
        )}
      </div>
    </>
  );
}
