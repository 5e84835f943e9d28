import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { onSessionEnd, signedInMark } from "@/api/client";
import { hasTyped, sessionEnded, useSessionEnded } from "@/shared/session/ended";

onSessionEnd(() => {
  if (!hasTyped()) return false;
  signedInMark.set(false); // the window that signs in sets it again, which this one hears
  sessionEnded();
  return true;
});

/** Says that one must sign in again, beside what was typed and without losing it. */
export function SessionEnded() {
  const { t } = useTranslation();
  if (!useSessionEnded()) return null;
  return (
    <div className="session-ended">
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t("session_ended.title")}
        description={
          <>
            {t("session_ended.hint")}{" "}
            <a href="/app/sign-in?next=/app/" target="_blank" rel="noopener">
              {t("session_ended.sign_in")}
            </a>
          </>
        }
      />
    </div>
  );
}
