import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./CheckAnswers.css";

export interface Answer {
  key: string;
  label: string;
  value: ReactNode;
  change?: () => void;
}

/** Everything that was answered, each with a way back to change it, before anything is sent. */
export function CheckAnswers({ answers }: { answers: Answer[] }) {
  const { t } = useTranslation();
  return (
    <dl className="check-answers">
      {answers.map((answer) => (
        <div key={answer.key}>
          <dt>{answer.label}</dt>
          <dd>{answer.value}</dd>
          <dd className="check-change">
            {answer.change && (
              <Button
                type="link"
                size="small"
                onClick={answer.change}
                aria-label={t("form.change_named", { name: answer.label })}
              >
                {t("form.change")}
              </Button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
