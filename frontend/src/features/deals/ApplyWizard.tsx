import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Form } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem";
import { useBusy } from "@/shared/hooks/useBusy";
import { useDraft } from "@/shared/hooks/useDraft";
import { useFaults } from "@/shared/hooks/useFaults";
import { useSession } from "@/shared/session/session";
import { DraftStatus } from "@/shared/ui/DraftStatus";
import { PageHead } from "@/shared/ui/PageHead";
import { StepBar } from "@/shared/ui/StepBar";
import { ApplyStep } from "./ApplySteps";
import { type Answers, answersOf, type Deal, STEP_OF, STEPS, type StepName, saveDeal, submitDeal } from "./model";

const NAME = "apply";

/** The form calls the plan of sales by a shorter name than the server. */
const inForm = (error: unknown): unknown =>
  isProblem(error) && error.errors
    ? {
        ...error,
        errors: error.errors.map((e) => ({ ...e, pointer: e.pointer.replace("/sales_plan_minor", "/sales") })),
      }
    : error;

/** Four short steps, saved as one types; nothing is sent before the last page shows all of it. */
export function ApplyWizard({ start }: { start: Deal }) {
  const { t } = useTranslation("deals");
  const common = useTranslation().t;
  const [form] = Form.useForm<Answers>();
  const faults = useFaults(form, NAME);
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useSession();
  const [step, setStep] = useState<StepName>("firm");
  const [deal, setDeal] = useState(start);
  const [busy, once] = useBusy();
  // Saves follow each other, and each needs the version the last one made.
  const latest = useRef(start);
  const draft = useDraft<Answers>(async (answers) => {
    latest.current = await saveDeal(latest.current, answers);
    setDeal(latest.current);
  });
  const values = () => form.getFieldsValue(true) as Answers;
  const at = STEPS.indexOf(step);

  function go(to: StepName) {
    faults.clear();
    setStep(to);
    window.scrollTo({ top: 0 });
  }

  async function next() {
    faults.clear();
    draft.change(values());
    const unsaved = await draft.flush();
    const following = STEPS[at + 1];
    if (unsaved) refuse(unsaved);
    else if (following) go(following);
    else await send();
  }

  function refuse(error: unknown) {
    const first = isProblem(error) ? error.errors?.[0] : undefined;
    const place = first?.pointer.split("/")[1];
    if (place && STEP_OF[place]) go(STEP_OF[place]);
    faults.failed(inForm(error));
  }

  async function send() {
    try {
      const sent = await submitDeal(latest.current);
      await client.invalidateQueries();
      await navigate({ to: "/applications/$id", params: { id: sent.id }, search: { sent: "1" } });
    } catch (error) {
      refuse(error);
    }
  }

  return (
    <>
      <PageHead
        title={t("apply.title", { title: deal.listing_title })}
        lead={
          <span className="row">
            <a href={`/results/${deal.listing_id}`}>{t("apply.back_to_result")}</a>
            <DraftStatus status={draft.status} />
          </span>
        }
      />
      <StepBar
        label={t("apply.steps")}
        current={at}
        steps={STEPS.map((name) => t(`apply.step.${name}`))}
        go={(index) => index < at && STEPS[index] && go(STEPS[index])}
      />
      <Form<Answers>
        form={form}
        name={NAME}
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        initialValues={{ ...answersOf(start), contact_name: start.contact_name || me.name }}
        onValuesChange={() => draft.change(values())}
        onFinish={() => void once(next)}
        onFinishFailed={faults.refused}
      >
        <div className="stack wizard">
          {faults.summary}
          <ApplyStep step={step} deal={deal} values={values} go={go} />
          <div className="row">
            {at > 0 && (
              <Button onClick={() => STEPS[at - 1] && go(STEPS[at - 1] as StepName)}>{common("form.back")}</Button>
            )}
            <Button type="primary" htmlType="submit" loading={busy}>
              {step === "check" ? t("apply.submit") : common("form.continue")}
            </Button>
          </div>
        </div>
      </Form>
    </>
  );
}
