import { Button, InputNumber, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import type { Room } from "./model";

const LONGEST_DAYS = 366;

/** Open or closed, and for how many days an access lasts. */
export function RoomSettings({ room }: { room: Room }) {
  const { t } = useTranslation("datarooms");
  const action = useAction();
  const [isOpen, setOpen] = useState(room.is_open);
  const [days, setDays] = useState(room.access_days);
  const body = { is_open: isOpen, access_days: days };
  return (
    <section className="panel stack">
      <h2>{t("settings.title")}</h2>
      <ProblemAlert error={action.error} />
      <div className="row">
        <Switch
          id="room-open"
          checked={isOpen}
          checkedChildren={t("settings.on")}
          unCheckedChildren={t("settings.off")}
          onChange={setOpen}
        />
        <label htmlFor="room-open">{t("settings.switch")}</label>
      </div>
      <div className="row">
        <label htmlFor="room-days">{t("settings.days")}</label>
        <InputNumber
          id="room-days"
          min={1}
          max={LONGEST_DAYS}
          precision={0}
          value={days}
          onChange={(value) => setDays(value ?? room.access_days)}
        />
      </div>
      <p className="muted small">{t("settings.hint")}</p>
      <div>
        <Button
          loading={action.busy === "save"}
          disabled={isOpen === room.is_open && days === room.access_days}
          onClick={() =>
            void action.run(
              "save",
              () =>
                answer(
                  http.PUT("/api/datarooms/{listing_id}", { params: { path: { listing_id: room.listing_id } }, body }),
                ),
              t("done.saved"),
            )
          }
        >
          {t("settings.save")}
        </Button>
      </div>
    </section>
  );
}
