import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import type { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";

interface Props {
  line: Schemas["BankLineView"];
  action: ReturnType<typeof useAction>;
}

/** What a receipt pays: each part with its bill, and whether it waits for a second person or can be taken back. */
export function Matches({ line, action }: Props) {
  const { t } = useTranslation("bank");
  const may = useMay();
  const [asked, setAsked] = useState<{ id: string; step: "decline" | "undo" }>();
  const live = line.matches.filter((match) => match.state === "asked" || match.state === "booked");
  if (live.length === 0)
    return line.how && line.state !== "unmatched" && line.how in HOWS ? (
      <p className="muted small">{t(`how.${line.how as Known}`)}</p>
    ) : null;
  return (
    <>
      <ul className="bank-choices">
        {live.map((match) => (
          <li key={match.id}>
            <div>
              <div className="row">
                <Link to="/payments/$id" params={{ id: match.invoice_id }} className="num">
                  {match.invoice_number}
                </Link>
                <Org name={match.firm_name} />
                <Money minor={match.amount_minor} />
              </div>
              <div className="muted small">
                {t(`match_state.${match.state}`)} · {match.how in HOWS ? t(`how.${match.how as Known}`) : match.how}
                {match.state === "asked" && match.mine && ` · ${t("waits_other")}`}
              </div>
            </div>
            {may("bank.match") && (
              <div className="row">
                {match.state === "asked" && !match.mine && (
                  <Button
                    type="primary"
                    loading={action.busy === match.id}
                    onClick={() =>
                      void action.run(
                        match.id,
                        () =>
                          answer(
                            http.POST("/api/bank-matches/{match_id}/confirm", {
                              params: { path: { match_id: match.id } },
                            }),
                          ),
                        t("confirmed"),
                      )
                    }
                  >
                    {t("confirm")}
                  </Button>
                )}
                <Button
                  size={match.state === "asked" ? "middle" : "small"}
                  onClick={() => setAsked({ id: match.id, step: match.state === "asked" ? "decline" : "undo" })}
                >
                  {t(match.state === "asked" ? "decline" : "undo")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <ReasonDialog
          title={t(asked.step)}
          hint={t(`${asked.step}_hint`)}
          confirm={t(asked.step)}
          danger={asked.step === "undo"}
          minLength={2}
          run={(reason) =>
            action.run(
              asked.step,
              () =>
                answer(
                  http.POST(
                    asked.step === "undo"
                      ? "/api/bank-matches/{match_id}/undo"
                      : "/api/bank-matches/{match_id}/decline",
                    { params: { path: { match_id: asked.id } }, body: { reason } },
                  ),
                ),
              asked.step === "undo" ? t("undone") : undefined,
            )
          }
          close={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

const HOWS = { reference: true, person: true, cover: true, settlement: true, return: true };
type Known = keyof typeof HOWS;
