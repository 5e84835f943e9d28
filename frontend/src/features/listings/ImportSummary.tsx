import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import type { useAction } from "@/shared/hooks/useAction";
import { saveAs, sheetOfWrongRows } from "./imports";

const UNDO_HOURS = 24;

interface Props {
  view: Schemas["ImportView"];
  action: ReturnType<typeof useAction>;
}

/** How many rows are right, wrong and drafts already, and what to do with them. */
export function ImportSummary({ view, action }: Props) {
  const { t } = useTranslation("listings");
  const path = { params: { path: { batch_id: view.id } } };
  const canUndo = view.created > 0 && Date.now() - Date.parse(view.read_at) < UNDO_HOURS * 3_600_000;
  return (
    <section className="panel row between">
      <p className="row import-sums" role="status">
        <strong>{view.file_name}</strong>
        <span>{t("import.right", { count: view.right })}</span>
        <span className={view.wrong ? "warn" : ""}>{t("import.wrong", { count: view.wrong })}</span>
        <span>{t("import.created", { count: view.created })}</span>
      </p>
      <div className="row">
        {view.wrong > 0 && (
          <Button onClick={() => saveAs(`${t("import.wrong_file")}.csv`, sheetOfWrongRows(view))}>
            {t("import.download_wrong")}
          </Button>
        )}
        {canUndo && (
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
  );
}
