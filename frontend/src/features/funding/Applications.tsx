import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useText } from "@/shared/hooks/useText";
import { ApplicationStateTag } from "@/shared/ui/ApplicationStateTag";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import type { Request } from "./model";

const OPEN = ["new_match", "screening", "due_diligence", "committee"];

/** To whom the request went, how far it is, who has looked; consent can be taken back at any time. */
export function Applications({ request }: { request: Request }) {
  const { t } = useTranslation("funding");
  const text = useText();
  const action = useAction();
  const looks = api.useQuery(
    "get",
    "/api/funding-requests/{request_id}/looks",
    { params: { path: { request_id: request.id } } },
    { enabled: request.applications.length > 0 },
  );
  if (request.applications.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{t("column.applications")}</h2>
      <ProblemAlert error={action.error} />
      <ul className="parties">
        {request.applications.map((application) => (
          <li key={application.id}>
            <div>
              <strong>{text(application.instrument_name)}</strong>
              <span className="muted">
                {application.provider_name} · <DateText value={application.submitted_at} />
              </span>
              {application.reason && <span>{application.reason}</span>}
            </div>
            <span className="row">
              <ApplicationStateTag state={application.state} />
              {OPEN.includes(application.state) && (
                <Button
                  size="small"
                  onClick={() =>
                    void action.run(
                      application.id,
                      () =>
                        answer(
                          http.POST("/api/funding-applications/{application_id}/withdraw", {
                            params: { path: { application_id: application.id } },
                          }),
                        ),
                      t("done.withdrawn"),
                    )
                  }
                >
                  {t("withdraw")}
                </Button>
              )}
              {!application.consent_withdrawn_at && (
                <Button
                  size="small"
                  onClick={() =>
                    void action.run(
                      `consent-${application.id}`,
                      () =>
                        answer(
                          http.POST("/api/funding-requests/{request_id}/consents/{provider_id}/withdraw", {
                            params: { path: { request_id: request.id, provider_id: application.provider_id } },
                          }),
                        ),
                      t("done.consent_withdrawn"),
                    )
                  }
                >
                  {t("consent.withdraw")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {looks.data && looks.data.length > 0 && (
        <details>
          <summary>{t("looks", { count: looks.data.length })}</summary>
          <ul className="files">
            {looks.data.map((look) => (
              <li key={look.at + look.reader_name}>
                {look.provider_name} · {look.reader_name} · <DateText value={look.at} precision="minute" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
