import { Modal, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { addDays, daysBetween } from "@/shared/lib/date";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

interface Props {
  error: unknown;
  busy: boolean;
  start: () => void;
  close: () => void;
}

/** Shows first and last day, as the server counts them, before a notice is started. */
export function NoticeDialog({ error, busy, start, close }: Props) {
  const { t } = useTranslation("listings");
  const common = useTranslation().t;
  const period = api.useQuery("get", "/api/notice-period", {}, { staleTime: 0 });
  return (
    <Modal
      open
      title={t("notice_dialog.title")}
      okText={t("notice_dialog.start")}
      cancelText={common("form.cancel")}
      confirmLoading={busy}
      onOk={start}
      onCancel={close}
    >
      <ProblemAlert error={error ?? period.error} />
      <p>{t("notice_dialog.text")}</p>
      {period.data ? (
        <dl className="period">
          <dt>{t("notice_dialog.from")}</dt>
          <dd>
            <DateText value={period.data.begins_on} />
          </dd>
          <dt>{t("notice_dialog.to")}</dt>
          <dd>
            <DateText value={period.data.ends_on} />{" "}
            <span className="muted">
              {t("notice_dialog.days", { count: daysBetween(period.data.begins_on, period.data.ends_on) + 1 })}
            </span>
          </dd>
          <dt>{t("notice_dialog.publish")}</dt>
          <dd>
            <DateText value={addDays(period.data.ends_on, 1)} />
          </dd>
        </dl>
      ) : (
        <Skeleton active paragraph={{ rows: 2 }} title={false} />
      )}
    </Modal>
  );
}
