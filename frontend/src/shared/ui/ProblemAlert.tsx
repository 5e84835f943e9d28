import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem";

interface Props {
  error: unknown;
  retry?: () => void;
}

/** Says what was refused and why, in the server's own words, with the number to quote when asking for help. */
export function ProblemAlert({ error, retry }: Props) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = isProblem(error) ? error : undefined;
  const stale = problem?.code.endsWith("stale_version");
  return (
    <Alert
      type={problem && problem.status < 500 ? "warning" : "error"}
      showIcon
      role="alert"
      title={problem?.title ?? t("problem.unreachable")}
      description={
        <>
          <p style={{ margin: 0 }}>{problem ? problem.detail : t("problem.unreachable_hint")}</p>
          {problem?.errors?.map((fault) => (
            <p key={fault.pointer + fault.code} style={{ margin: 0 }}>
              {fault.message}
            </p>
          ))}
          {problem?.instance && problem.status >= 500 && (
            <p className="muted">{t("problem.reference", { id: problem.instance })}</p>
          )}
        </>
      }
      action={
        (retry ?? stale) && (
          <Button size="small" onClick={retry ?? (() => window.location.reload())}>
            {stale ? t("problem.reload") : t("problem.retry")}
          </Button>
        )
      }
    />
  );
}
