import { Link } from "@tanstack/react-router";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { useMay, useSession } from "@/shared/session/session";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { toast } from "@/shared/ui/toast";
import { DeliveryDialog, DemandDialog, WithdrawDialog } from "./Dialogs";
import { acknowledge, announceCredit, type Case, type CaseStep, rescind, stepsOf, take } from "./model";

/** What the reader's side may do now: one primary step, the others beside it, refused ones with their reason. */
export function CaseActions({ view }: { view: Case }) {
  const { t } = useTranslation("defaults");
  const me = useSession();
  const may = useMay();
  const action = useAction();
  const [open, setOpen] = useState<CaseStep>();
  const isFirm = view.firm_id === me.current.organization_id;
  const steps = stepsOf(view, isFirm);
  const unpaid = view.sums.find((one) => one.open_minor > 0);
  const pays = isFirm && unpaid && may("invoice.pay");
  const close = () => setOpen(undefined);
  const finish = async (step: CaseStep) => {
    toast(t(`done.${step}`));
    await action.run("refresh", async () => undefined);
  };
  const direct: Record<"acknowledge" | "take" | "announce_credit", (id: string) => Promise<unknown>> = {
    acknowledge,
    take,
    announce_credit: announceCredit,
  };
  const refused = view.refused.filter(({ code }) => !code.startsWith("forbidden"));
  return (
    <div className="stack no-print">
      <ProblemAlert error={action.error} />
      <div className="row">
        {pays && (
          <Link to="/payments/$id" params={{ id: unpaid.invoice_id }}>
            <Button type="primary" tabIndex={-1}>
              {t("pay")}
            </Button>
          </Link>
        )}
        {steps.map((step, i) => {
          const type = i === 0 && !pays && step !== "take" && step !== "withdraw" ? "primary" : "default";
          if (step in direct) {
            const act = direct[step as keyof typeof direct];
            return (
              <Popconfirm
                key={step}
                title={t(`ask.${step as keyof typeof direct}`)}
                okText={t(`step.${step}`)}
                onConfirm={() => void action.run(step, () => act(view.id), t(`done.${step}`))}
              >
                <Button type={type} loading={action.busy === step}>
                  {t(`step.${step}`)}
                </Button>
              </Popconfirm>
            );
          }
          return (
            <Button key={step} type={type} danger={step === "rescind"} onClick={() => setOpen(step)}>
              {t(`step.${step}`)}
            </Button>
          );
        })}
        <RefusedSteps
          steps={refused.map(({ move, reason }) => ({ key: move, label: t(`step.${move as CaseStep}`), reason }))}
        />
      </div>
      {open === "demand" && <DemandDialog view={view} close={close} done={() => void finish(open)} />}
      {open === "deliver" && <DeliveryDialog view={view} close={close} done={() => void finish(open)} />}
      {open === "withdraw" && <WithdrawDialog view={view} close={close} done={() => void finish(open)} />}
      {open === "rescind" && (
        <ReasonDialog
          title={t("step.rescind")}
          hint={t("rescind.hint")}
          confirm={t("confirm.rescind")}
          danger
          close={close}
          run={async (reason) => {
            await rescind(view.id, reason);
            await finish(open);
          }}
        />
      )}
    </div>
  );
}
