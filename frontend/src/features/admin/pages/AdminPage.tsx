import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/session/session";
import { PageHead } from "@/shared/ui/PageHead";
import { DemoClock } from "../DemoClock";
import { ParkedDeliveries } from "../ParkedDeliveries";
import { ParkedNotices } from "../ParkedNotices";
import { Setbacks } from "../Setbacks";
import "../words";

export default function AdminPage() {
  const { t } = useTranslation("admin");
  const may = useMay();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="stack">
        {may("clock.move") && <DemoClock />}
        {may("inbox.replay") && <ParkedNotices />}
        {may("inbox.replay") && <ParkedDeliveries />}
        {may("inbox.replay") && <Setbacks />}
      </div>
    </>
  );
}
