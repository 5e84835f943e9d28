import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import type { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { toast } from "@/shared/ui/toast";
import { STEPS, type Step, take } from "./actions";
import { NoticeDialog } from "./NoticeDialog";

interface Props {
  item: Schemas["ListingView"];
  action: ReturnType<typeof useAction>;
}

/** What can be done with a listing now: one main step, the others beside it. */
export function StepButtons({ item, action }: Props) {
  const { t } = useTranslation("listings");
  const may = useMay();
  const [asking, setAsking] = useState<Step>();
  const open = STEPS.filter((rule) => rule.from.includes(item.state) && may(rule.needs)).filter(
    // An agreed price goes on notice first; only a price found by exchange or auction is published at once.
    (rule) => item.state !== "approved" || rule.step !== (item.price_mode === "agreement" ? "publish" : "notice"),
  );
  return (
    <>
      {[...open].reverse().map((rule) => (
        <Button
          key={rule.step}
          type={rule.main ? "primary" : "default"}
          danger={rule.step === "withdraw"}
          loading={action.busy === rule.step}
          onClick={() =>
            rule.reason || rule.step === "notice"
              ? setAsking(rule.step)
              : void action.run(rule.step, () => take(rule.step, item.id, ""), t(`done.${rule.step}`))
          }
        >
          {t(`step.${rule.step}`)}
        </Button>
      ))}
      {asking === "notice" && (
        <NoticeDialog
          error={action.error}
          busy={action.busy === "notice"}
          close={() => setAsking(undefined)}
          start={() =>
            void action
              .run("notice", () => take("notice", item.id, "").then(() => true), t("done.notice"))
              .then((done) => done && setAsking(undefined))
          }
        />
      )}
      {asking && asking !== "notice" && (
        <ReasonDialog
          title={t(`step.${asking}`)}
          hint={t("reason_hint")}
          confirm={t(`step.${asking}`)}
          danger={asking === "withdraw"}
          close={() => setAsking(undefined)}
          run={async (reason) => {
            await take(asking, item.id, reason);
            toast(t(`done.${asking}`));
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </>
  );
}
