import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { toast } from "@/shared/ui/toast";
import type { Deal } from "./model";

const MOVES = ["accept", "agree_terms", "reply", "ask", "decline", "withdraw", "submit"] as const;
type Move = (typeof MOVES)[number];
/** Steps whose words the other side will read. */
const SPOKEN: Move[] = ["reply", "ask", "decline", "withdraw"];
const MAIN: Move[] = ["accept", "agree_terms", "reply", "submit"];

function take(deal: Deal, move: Move, text: string): Promise<unknown> {
  const params = { params: { path: { deal_id: deal.id } } };
  const terms_hash = deal.terms_hash;
  switch (move) {
    case "reply":
      return answer(http.POST("/api/deals/{deal_id}/reply", { ...params, body: { text } }));
    case "agree_terms":
      return answer(
        http.POST("/api/deals/{deal_id}/agree-terms", { ...params, body: { terms_hash: terms_hash ?? "" } }),
      );
    case "withdraw":
      return answer(http.POST("/api/deals/{deal_id}/withdraw", { ...params, body: { reason: text } }));
    case "accept":
      return answer(
        http.POST("/api/deals/{deal_id}/answer", { ...params, body: { kind: "accept", terms_hash, text } }),
      );
    case "ask":
    case "decline":
      return answer(http.POST("/api/deals/{deal_id}/answer", { ...params, body: { kind: move, text } }));
    case "submit":
      return Promise.resolve();
  }
}

/** What the reader's side may do now; the server says which. */
export function DealActions({ deal }: { deal: Deal }) {
  const { t } = useTranslation("deals");
  const action = useAction();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Move>();
  const open = MOVES.filter((move) => deal.moves.includes(move));
  // Beside an offer that waits for its answer, a reply is only a word, and to accept means the terms before it.
  const beside = (move: Move) => deal.offered && (move === "reply" || move === "accept");
  const isMain = (move: Move) => MAIN.includes(move) && !beside(move);
  const nameOf = (move: Move) => t(beside(move) ? `move.${move as "reply" | "accept"}_only` : `move.${move}`);

  function begin(move: Move) {
    if (move === "submit") void navigate({ to: "/apply/$listingId", params: { listingId: deal.listing_id } });
    else if (SPOKEN.includes(move)) setAsking(move);
    else void action.run(move, () => take(deal, move, ""), t(`done.${move}`));
  }

  return (
    <>
      <ProblemAlert error={action.error} />
      <RefusedSteps
        steps={deal.refused.map(({ move, reason }) => ({ key: move, label: t(`move.${move as Move}`), reason }))}
      />
      {[...open].reverse().map((move) => (
        <Button
          key={move}
          type={isMain(move) ? "primary" : "default"}
          danger={move === "withdraw" || move === "decline"}
          loading={action.busy === move}
          onClick={() => begin(move)}
        >
          {nameOf(move)}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={t(`move.${asking}`)}
          hint={t(`hint.${asking as "reply"}`)}
          confirm={t(`move.${asking}`)}
          danger={asking === "withdraw" || asking === "decline"}
          minLength={asking === "withdraw" ? 0 : 4}
          close={() => setAsking(undefined)}
          run={async (text) => {
            await take(deal, asking, text);
            toast(t(`done.${asking}`));
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </>
  );
}
