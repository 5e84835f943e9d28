import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import type { useAction } from "@/shared/hooks/useAction";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
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
  const [asking, setAsking] = useState<Step>();
  const agreed = item.price_mode === "agreement";
  const open = STEPS.filter(
    // Only an agreed price is put on notice; one found by exchange or auction is published at once.
    (rule) => rule.moves.some((move) => item.moves.includes(move)) && (rule.step !== "notice" || agreed),
  );
  const refused = STEPS.flatMap((rule) =>
    item.refused
      .filter((each) => rule.moves.includes(each.move))
      .map(({ reason }) => ({ key: rule.step, label: t(`step.${rule.step}`), reason })),
  );
  return (
    <>
      <RefusedSteps steps={refused} />
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
