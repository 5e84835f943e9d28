import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import type { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { useMay } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { LINE_TONES } from "@/shared/ui/tones";
import { LineHistory } from "./LineHistory";
import { Matches } from "./Matches";

type Line = Schemas["BankLineView"];
type Action = ReturnType<typeof useAction>;

function Suggestions({ line, action }: { line: Line; action: Action }) {
  const { t } = useTranslation("bank");
  if (line.suggestions.length === 0) return <p className="muted small">{t("no_suggestion")}</p>;
  return (
    <ul className="bank-choices">
      {line.suggestions.map((found) => {
        const amount = yuan(found.amount_minor);
        return (
          <li key={found.invoice_id}>
            <div>
              <div className="row">
                <Link to="/payments/$id" params={{ id: found.invoice_id }} className="num">
                  {found.number}
                </Link>
                <Org name={found.firm_name} />
                <Money minor={found.open_minor} />
              </div>
              <div className="muted small">
                {t("score", { score: found.score })}
                {": "}
                {found.evidence
                  .map((one) => t("evidence", { words: t(`feature.${one.feature}`), points: one.points }))
                  .join(" · ")}
              </div>
            </div>
            <Button
              loading={action.busy === line.id + found.invoice_id}
              aria-label={t("place_named", { amount, number: found.number })}
              onClick={() =>
                void action.run(line.id + found.invoice_id, () =>
                  answer(
                    http.POST("/api/bank-lines/{line_id}/match", {
                      params: { path: { line_id: line.id } },
                      body: { invoice_id: found.invoice_id, amount_minor: found.amount_minor },
                    }),
                  ),
                )
              }
            >
              {t("place", { amount })}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** One receipt: who sent it, what is left to place, the bills it may pay with what speaks for each, and what else can be done. */
export function BankLine({ line, action }: { line: Line; action: Action }) {
  const { t } = useTranslation("bank");
  const may = useMay();
  const [asked, setAsked] = useState<"return" | "set_aside">();
  const [opened, setOpened] = useState(false);
  const open = line.state === "unmatched";
  const step = (path: "/api/bank-lines/{line_id}/return" | "/api/bank-lines/{line_id}/set-aside", reason: string) =>
    answer(http.POST(path, { params: { path: { line_id: line.id } }, body: { reason } }) as Promise<never>);
  return (
    <li className="panel bank-line">
      <div className="bank-line-head">
        <h2>{line.payer_name || t("how.person")}</h2>
        <span className="bank-sum">
          <Money minor={line.amount_minor} />
        </span>
      </div>
      <div className="row">
        <StateTag tone={LINE_TONES[line.state]}>{t(`show.${line.state}`)}</StateTag>
        <DateText value={line.booked_on} />
        {open && <span className="muted">{t("age", { count: line.age_days })}</span>}
        {line.owner_name && <span className="muted">{t("owner", { name: line.owner_name })}</span>}
      </div>
      <p className="muted small">
        {line.memo || "—"} {line.payer_account && <span className="num">({line.payer_account})</span>}
      </p>
      <Matches line={line} action={action} />
      {open && line.left_minor < line.amount_minor && <p>{t("left", { amount: yuan(line.left_minor) })}</p>}
      {open && may("bank.match") && <Suggestions line={line} action={action} />}
      <div className="row">
        {open && may("bank.match") && (
          <>
            {!line.owner_name && (
              <Button
                size="small"
                loading={action.busy === `own${line.id}`}
                onClick={() =>
                  void action.run(`own${line.id}`, () =>
                    answer(http.POST("/api/bank-lines/{line_id}/own", { params: { path: { line_id: line.id } } })),
                  )
                }
              >
                {t("own")}
              </Button>
            )}
            <Button size="small" onClick={() => setAsked("return")}>
              {t("return")}
            </Button>
            {line.left_minor === line.amount_minor && (
              <Button size="small" onClick={() => setAsked("set_aside")}>
                {t("set_aside")}
              </Button>
            )}
          </>
        )}
        <Button size="small" type="text" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t("history")}
        </Button>
      </div>
      {opened && <LineHistory lineId={line.id} />}
      {asked && (
        <ReasonDialog
          title={t(asked)}
          hint={t(`${asked}_hint`)}
          confirm={t(asked)}
          minLength={2}
          run={(reason) =>
            action.run(
              asked,
              () =>
                step(
                  asked === "return" ? "/api/bank-lines/{line_id}/return" : "/api/bank-lines/{line_id}/set-aside",
                  reason,
                ),
              t(asked === "return" ? "return_asked" : "set_aside_done"),
            )
          }
          close={() => setAsked(undefined)}
        />
      )}
    </li>
  );
}
