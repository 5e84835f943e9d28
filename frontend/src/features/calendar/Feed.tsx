import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { CopyText } from "@/shared/ui/CopyText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

interface Props {
  subscribed: boolean;
  digest: boolean;
}

/** The ways deadlines come to her: a feed for her own calendar, a message in the morning. */
export function Feed({ subscribed, digest }: Props) {
  const { t } = useTranslation("calendar");
  const action = useAction();
  const [address, setAddress] = useState<string>();

  async function open() {
    const feed = await action.run("open", () => answer(http.POST("/api/calendar/feed")));
    setAddress(feed?.url);
  }
  async function close() {
    setAddress(undefined);
    await action.run("close", () => answer(http.DELETE("/api/calendar/feed")), t("stopped"));
  }
  return (
    <section className="panel feed" aria-label={t("subscribe")}>
      <ProblemAlert error={action.error} />
      {address ? (
        <>
          <p>{t("subscribe_hint")}</p>
          <CopyText value={address} label={t("address")} />
        </>
      ) : (
        subscribed && <p className="muted">{t("subscribed")}</p>
      )}
      <div className="row">
        <Button loading={action.busy === "open"} onClick={() => void open()}>
          {subscribed || address ? t("renew") : t("subscribe")}
        </Button>
        {(subscribed || address) && (
          <Button type="text" danger loading={action.busy === "close"} onClick={() => void close()}>
            {t("stop")}
          </Button>
        )}
      </div>
      <Checkbox
        checked={digest}
        disabled={action.busy === "digest"}
        onChange={(event) =>
          void action.run(
            "digest",
            () => answer(http.PUT("/api/calendar/digest", { body: { wanted: event.target.checked } })),
            t("digest_saved"),
          )
        }
      >
        {t("digest")}
      </Checkbox>
    </section>
  );
}
