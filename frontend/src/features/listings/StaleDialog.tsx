import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { differences, type ListingForm } from "./draft";

interface Props {
  mine: ListingForm;
  theirs: Schemas["ListingView"];
  keepMine: () => void;
  takeTheirs: () => void;
}

const shown = (value: unknown): string | undefined => {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "string" || typeof value === "number") return String(value);
  return Array.isArray(value) && value.every((v) => typeof v === "string") ? value.join("、") : undefined;
};

/** Somebody else saved the same draft meanwhile: shows where the two differ and lets one be chosen. */
export default function StaleDialog({ mine, theirs, keepMine, takeTheirs }: Props) {
  const { t } = useTranslation("listings");
  const keys = differences(mine, theirs);
  return (
    <Modal
      open
      width={720}
      title={t("stale.title")}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={takeTheirs}>{t("stale.theirs")}</Button>
          <Button type="primary" onClick={keepMine}>
            {t("stale.mine")}
          </Button>
        </>
      }
    >
      <p>{t("stale.text", { version: theirs.version })}</p>
      <table className="compare">
        <caption className="visually-hidden">{t("stale.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("stale.field")}</th>
            <th scope="col">{t("stale.yours")}</th>
            <th scope="col">{t("stale.others")}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{t(`stale.name.${key}`)}</th>
              <td>{shown(mine[key]) ?? t("stale.changed")}</td>
              <td>{shown(theirs[key]) ?? t("stale.changed")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
