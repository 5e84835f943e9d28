import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { Org } from "@/shared/ui/Org";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { toast } from "@/shared/ui/toast";
import { AccessFacts } from "./AccessFacts";
import { type Access, type AccessRow, TONES } from "./model";
import { Undertaking } from "./Undertaking";

const SPOKEN = ["decline", "withdraw", "revoke"] as const;
type Spoken = (typeof SPOKEN)[number];
const SIGNS = ["sign", "countersign"] as const;
type Signs = (typeof SIGNS)[number];

function end(id: string, move: Spoken, reason: string): Promise<unknown> {
  const call = { params: { path: { access_id: id } }, body: { reason } };
  switch (move) {
    case "decline":
      return answer(http.POST("/api/dataroom-accesses/{access_id}/decline", call));
    case "withdraw":
      return answer(http.POST("/api/dataroom-accesses/{access_id}/withdraw", call));
    case "revoke":
      return answer(http.POST("/api/dataroom-accesses/{access_id}/revoke", call));
  }
}

function Buttons({ access }: { access: Access }) {
  const common = useTranslation("common").t;
  const { t } = useTranslation("datarooms");
  const action = useAction();
  const [ending, setEnding] = useState<Spoken>();
  const [signing, setSigning] = useState<Signs>();
  const path = { params: { path: { access_id: access.id } } };
  const signs = SIGNS.find((move) => access.moves.includes(move));

  async function sign(move: Signs) {
    setSigning(undefined);
    const body = { content_sha256: access.content_sha256 ?? "" };
    await action.run(
      move,
      () => answer(http.POST("/api/dataroom-accesses/{access_id}/sign", { ...path, body })),
      t(`done.${move}`),
    );
  }
  return (
    <>
      <ProblemAlert error={action.error} />
      <div className="row no-print">
        {access.moves.includes("offer") && (
          <Button
            type="primary"
            loading={action.busy === "offer"}
            onClick={() =>
              void action.run(
                "offer",
                () => answer(http.POST("/api/dataroom-accesses/{access_id}/offer", { ...path, body: {} })),
                t("done.offer"),
              )
            }
          >
            {t("move.offer")}
          </Button>
        )}
        {signs && (
          <Button type="primary" loading={action.busy === signs} onClick={() => setSigning(signs)}>
            {t(`move.${signs}`)}
          </Button>
        )}
        {SPOKEN.filter((move) => access.moves.includes(move)).map((move) => (
          <Button key={move} danger onClick={() => setEnding(move)}>
            {t(`move.${move}`)}
          </Button>
        ))}
      </div>
      {signing && (
        <Modal
          open
          title={t(`move.${signing}`)}
          okText={t(`move.${signing}`)}
          cancelText={common("form.cancel")}
          onOk={() => void sign(signing)}
          onCancel={() => setSigning(undefined)}
        >
          <p>{t(`sure.${signing}`)}</p>
          <p className="muted hash num">{t("nda.hash", { hash: access.content_sha256 })}</p>
        </Modal>
      )}
      {ending && (
        <ReasonDialog
          title={t(`move.${ending}`)}
          hint={t(`hint.${ending}`)}
          confirm={t(`move.${ending}`)}
          danger
          close={() => setEnding(undefined)}
          run={async (reason) => {
            await end(access.id, ending, reason);
            toast(t(`done.${ending}`));
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </>
  );
}

/** One firm's access: where it stands, the undertaking to read and sign, and the steps open to the reader. */
export function AccessCard({ row, side }: { row: AccessRow; side: "firm" | "university" }) {
  const { t } = useTranslation("datarooms");
  const found = api.useQuery("get", "/api/dataroom-accesses/{access_id}", { params: { path: { access_id: row.id } } });
  const access = found.data;
  return (
    <section className="panel stack">
      <div className="row">
        <h2>{side === "university" ? <Org name={row.firm_name} /> : t("access.title")}</h2>
        <StateTag tone={TONES[row.state]}>{t(`state.${row.state}`)}</StateTag>
        {row.overdue && (
          <span className="warn">
            <DateText value={row.reply_due_on} /> {t("overdue")}
          </span>
        )}
      </div>
      <ProblemAlert error={found.error} />
      {access && (
        <>
          <AccessFacts access={access} />
          {access.clauses.length > 0 && <Undertaking access={access} />}
          <Buttons access={access} />
        </>
      )}
    </section>
  );
}
