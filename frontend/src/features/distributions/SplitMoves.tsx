import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { approve, objectTo, recount, type Split } from "./model";

/** What the reader's own institution can do with a split now. */
export function SplitMoves({ split }: { split: Split }) {
  const { t } = useTranslation("distributions");
  const action = useAction();
  const [objecting, setObjecting] = useState(false);
  const may = (move: Split["moves"][number]) => split.moves.includes(move);
  return (
    <div className="row">
      <ProblemAlert error={action.error} />
      {split.disputed_minor > 0 && <p className="warn">{t("disputed", { amount: yuan(split.disputed_minor) })}</p>}
      {split.refunding_minor > 0 && <p className="muted">{t("refunding", { amount: yuan(split.refunding_minor) })}</p>}
      {may("approve") && (
        <Button
          type="primary"
          loading={action.busy === "approve"}
          aria-label={`${t("approve")} ${split.invoice_number}`}
          onClick={() => void action.run("approve", () => approve(split.id), t("approved"))}
        >
          {t("approve")}
        </Button>
      )}
      {may("object") && <Button onClick={() => setObjecting(true)}>{t("object")}</Button>}
      {may("recount") && (
        <Button
          type="primary"
          loading={action.busy === "recount"}
          onClick={() => void action.run("recount", () => recount(split.id), t("recounted"))}
        >
          {t("recount")}
        </Button>
      )}
      {objecting && (
        <ReasonDialog
          title={t("object_title")}
          hint={t("object_hint")}
          confirm={t("object")}
          danger
          close={() => setObjecting(false)}
          run={async (reason) => {
            await objectTo(split.id, reason);
            await action.run("refresh", async () => undefined, t("objected"));
          }}
        />
      )}
    </div>
  );
}
