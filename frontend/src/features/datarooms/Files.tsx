import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FileDrop } from "@/shared/ui/FileDrop";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { type Room, sizeText } from "./model";

const ENDINGS = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx";
const BYTES_PER_MB = 1_048_576;

/** The files of a room: reading for both sides, uploading and removing for the university. */
export function Files({ room }: { room: Room }) {
  const { t } = useTranslation("datarooms");
  const action = useAction();
  const path = { listing_id: room.listing_id };
  const add = (file: File) =>
    void action.run(
      "add",
      () =>
        answer(
          http.POST("/api/datarooms/{listing_id}/files", {
            params: { path },
            body: { file: "" },
            bodySerializer: () => {
              const form = new FormData();
              form.append("file", file);
              return form;
            },
          }),
        ),
      t("done.added"),
    );
  const remove = (id: string) =>
    void action.run(
      id,
      () =>
        answer(
          http.DELETE("/api/datarooms/{listing_id}/files/{data_file_id}", {
            params: { path: { ...path, data_file_id: id } },
          }),
        ),
      t("done.removed"),
    );
  const columns: Column<Room["files"][number]>[] = [
    { key: "name", title: t("files.name"), names: true, render: (file) => <span lang="zh-CN">{file.name}</span> },
    { key: "kind", title: t("files.kind"), render: (file) => t(`kind.${file.kind}`) },
    { key: "size", title: t("files.size"), numeric: true, render: (file) => sizeText(file.size) },
    { key: "added", title: t("files.added"), render: (file) => <DateText value={file.added_at} /> },
    {
      key: "actions",
      title: t("files.actions"),
      render: (file) => {
        const base = `/api/datarooms/${room.listing_id}/files/${file.id}`;
        return (
          <span className="row">
            {file.viewable && (
              <a href={`${base}/view`} target="_blank" rel="noopener">
                {t("files.view")}
              </a>
            )}
            <a href={`${base}/download`}>{t("files.download")}</a>
            {room.can_edit && (
              <Popconfirm title={t("files.remove_sure")} okText={t("files.remove")} onConfirm={() => remove(file.id)}>
                <Button size="small" danger loading={action.busy === file.id}>
                  {t("files.remove")}
                </Button>
              </Popconfirm>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <section className="panel stack">
      <h2>{t("files.title")}</h2>
      <ProblemAlert error={action.error} />
      {room.can_edit && (
        <FileDrop
          accept={ENDINGS}
          maxBytes={room.file_mb * BYTES_PER_MB}
          busy={action.busy === "add"}
          label={t("files.upload")}
          hint={t("files.upload_hint", { mb: room.file_mb })}
          onFile={add}
        />
      )}
      <DataTable
        caption={t("files.title")}
        columns={columns}
        rows={room.files}
        rowKey={(file) => file.id}
        empty={{ title: t(room.can_read ? "files.empty" : "files.hidden") }}
      />
      <p className="muted small">{t("files.marked")}</p>
    </section>
  );
}
