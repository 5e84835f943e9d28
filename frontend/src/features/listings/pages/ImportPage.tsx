import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { FileDrop } from "@/shared/ui/FileDrop";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ImportRows } from "../ImportRows";

const MOST_BYTES = 50_000_000;

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
  const path = { params: { path: { batch_id: batch ?? "" } } };

  async function take(file: File) {
    const read = await action.run("read", () => send(file));
    if (read) await navigate({ to: "/listings/import", search: { batch: read.id } });
  }

  return (
    <>
      <PageHead title={t("import.title")} back={{ to: "/listings", label: t("list.title") }} lead={t("import.lead")} />
      <div className="stack">
        <ProblemAlert error={action.error ?? found.error} />
        <div className="row">
          <a href="/api/listing-imports/template" download>
            {t("import.template")}
          </a>
          {batch && (
            <Button onClick={() => void navigate({ to: "/listings/import", search: {} })}>{t("import.another")}</Button>
          )}
        </div>
        {!batch && (
          <FileDrop
            accept=".xlsx,.csv"
            maxBytes={MOST_BYTES}
            busy={action.busy === "read"}
            label={t("import.drop")}
            hint={t("import.drop_hint")}
            onFile={(file) => void take(file)}
          />
        )}
        {view && (
          <>
            <section className="panel row between" aria-live="polite">
              <p className="row import-sums">
                <strong>{view.file_name}</strong>
                <span>{t("import.right", { count: view.right })}</span>
                <span className={view.wrong ? "warn" : ""}>{t("import.wrong", { count: view.wrong })}</span>
                <span>{t("import.created", { count: view.created })}</span>
              </p>
              <div className="row">
                {view.created > 0 && (
                  <Button
                    loading={action.busy === "undo"}
                    onClick={() =>
                      void action.run(
                        "undo",
                        () => answer(http.POST("/api/listing-imports/{batch_id}/undo", path)),
                        t("import.undone"),
                      )
                    }
                  >
                    {t("import.undo")}
                  </Button>
                )}
                {view.right > 0 && (
                  <Button
                    type="primary"
                    loading={action.busy === "commit"}
                    onClick={() =>
                      void action.run(
                        "commit",
                        () => answer(http.POST("/api/listing-imports/{batch_id}/commit", path)),
                        t("import.committed"),
                      )
                    }
                  >
                    {t("import.commit", { count: view.right })}
                  </Button>
                )}
              </div>
            </section>
            <ImportRows view={view} />
          </>
        )}
      </div>
    </>
  );
}
