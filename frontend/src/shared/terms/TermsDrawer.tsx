import { Button, Drawer, Form } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { useFaults } from "@/shared/hooks/useFaults";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { formPath } from "./places";
import { RevisionView } from "./RevisionView";
import { type Fixed, type Holding, TermParts } from "./TermParts";
import { type Revision, type Sheet, toForm, toSheet } from "./terms";

const PAUSE_MS = 400;

interface Props<T extends object, R extends Revision> {
  /** The form's name: the ids of its fields begin with it. */
  name: string;
  title: string;
  lead: string;
  confirm: string;
  done: string;
  base: Sheet;
  fixed?: Fixed;
  /** What is written beside the terms: above them and below the comparison. */
  before?: ReactNode;
  children: ReactNode;
  preview: (terms: Sheet) => Promise<R>;
  send: (terms: Sheet, beside: T) => Promise<unknown>;
  note?: (seen: R) => ReactNode;
  close: () => void;
}

/** Writes changed terms for the other side, and shows what they change and cost before they are sent. */
export function TermsDrawer<T extends object, R extends Revision>(props: Props<T, R>) {
  const { t } = useTranslation("terms");
  const common = useTranslation().t;
  const [form] = Form.useForm<Holding & T>();
  const faults = useFaults(form, props.name, formPath);
  const action = useAction();
  const [seen, setSeen] = useState<R>();
  const [error, setError] = useState<unknown>();
  const asked = useRef(0);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const written = () => form.getFieldsValue(true) as Holding & T;

  async function look() {
    asked.current += 1;
    const mine = asked.current;
    try {
      const found = await props.preview(toSheet(written().terms, props.base));
      if (mine !== asked.current) return; // a later answer counts
      setSeen(found);
      setError(undefined);
    } catch (problem) {
      if (mine === asked.current) setError(problem);
    }
  }
  async function send() {
    faults.clear();
    const { terms, ...beside } = written();
    const sent = await action.run(
      "send",
      () =>
        props
          .send(toSheet(terms, props.base), beside as unknown as T)
          .then(() => true)
          .catch(faults.failed),
      props.done,
    );
    if (sent) props.close();
  }
  return (
    <Drawer
      open
      size={760}
      title={props.title}
      onClose={props.close}
      footer={
        <div className="row">
          <Button type="primary" loading={action.busy === "send"} onClick={() => form.submit()}>
            {props.confirm}
          </Button>
          <Button onClick={props.close}>{common("form.cancel")}</Button>
        </div>
      }
    >
      <Form<Holding & T>
        form={form}
        name={props.name}
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        initialValues={{ terms: toForm(props.base) }}
        onValuesChange={() => {
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => void look(), PAUSE_MS);
        }}
        onFinish={() => void send()}
        onFinishFailed={faults.refused}
      >
        {faults.summary}
        <p className="muted">{props.lead}</p>
        {props.before}
        {props.fixed && <p className="muted small">{t("hint.fixed")}</p>}
        <TermParts {...(props.fixed ? { fixed: props.fixed } : {})} />
        <section className="stack revision" aria-live="polite" aria-label={t("change.title")}>
          <h3>{t("change.title")}</h3>
          {seen ? <RevisionView of={seen} /> : <p className="muted">{t("change.none")}</p>}
          {seen && seen.differences.length > 0 && props.note?.(seen)}
          <ProblemAlert error={error} />
        </section>
        {props.children}
      </Form>
    </Drawer>
  );
}
