import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag, type Tone } from "@/shared/ui/StateTag";
import { toast } from "@/shared/ui/toast";
import { FileLinks } from "./Evidence";
import { agreeSettlement, type Matter, withdrawMatter } from "./life";
import { AcceptDialog, ProposeDialog, RefuseDialog } from "./MatterDialogs";
import type { Contract } from "./model";

const TONES: Record<Matter["state"], Tone> = {
  open: "wait",
  contested: "bad",
  accepted: "good",
  refused: "idle",
  settled: "good",
  withdrawn: "idle",
  lapsed: "idle",
};
const DIALOGS = { accept: AcceptDialog, refuse: RefuseDialog, propose: ProposeDialog };
type Opened = keyof typeof DIALOGS;

function label(matter: Matter, move: string) {
  if (move === "accept" && matter.kind === "accounts") return "show";
  return move === "refuse" && matter.kind === "first_income" ? "contest" : move;
}

function Facts({ matter }: { matter: Matter }) {
  const { t } = useTranslation("contracts");
  const proposer = matter.proposed_by_id === matter.raised_by_id ? matter.raised_by_name : matter.answer_by_name;
  return (
    <>
      <p className="muted small">{t("matter.raised", { name: matter.raised_by_name, on: matter.raised_on })}</p>
      {matter.day && <p>{t("matter.day", { on: matter.day })}</p>}
      {matter.text && <p>{matter.text}</p>}
      {matter.conversion && (
        <p>
          {t("conversion.line", { on: matter.conversion.valuation_on, share: matter.conversion.share_bps / 100 })} ·{" "}
          <Money minor={matter.conversion.pre_money_minor} />
        </p>
      )}
      {matter.items.length > 0 && (
        <ul className="clauses">
          {matter.items.map((item) => (
            <li key={item.name}>
              {item.name} · {t(`certificate.${item.how}`)} · <DateText value={item.on} />
            </li>
          ))}
        </ul>
      )}
      <FileLinks files={matter.files} />
      <p>
        <strong>{matter.explanation}</strong>
      </p>
      {matter.state === "contested" && matter.has_proposal && (
        <p>
          {t("matter.proposal", {
            name: proposer,
            day: matter.proposed_on ? t("matter.proposal_day", { on: matter.proposed_on }) : t("matter.proposal_none"),
            text: matter.proposal,
          })}
        </p>
      )}
      {matter.answer && matter.state === "accepted" && <p>{t("matter.answer", { text: matter.answer })}</p>}
    </>
  );
}

function One({ contract, matter }: { contract: Contract; matter: Matter }) {
  const { t } = useTranslation("contracts");
  const action = useAction();
  const [open, setOpen] = useState<Opened>();
  const Dialog = open && DIALOGS[open];
  const at_once = { withdraw: withdrawMatter, agree: agreeSettlement };
  const finish = async () => {
    toast(t("matter.done"));
    await action.run("refresh", async () => undefined);
  };
  function take(move: string) {
    if (move === "withdraw" || move === "agree") {
      void action.run(move, () => at_once[move](contract, matter), t("matter.done"));
    } else setOpen(move as Opened);
  }
  return (
    <article className="panel stack" aria-label={matter.title}>
      <div className="row">
        <h3>{matter.title}</h3>
        <StateTag tone={matter.overdue ? "bad" : TONES[matter.state]}>{t(`matter.state.${matter.state}`)}</StateTag>
      </div>
      <Facts matter={matter} />
      <ProblemAlert error={action.error} />
      {matter.moves.length > 0 && (
        <div className="row no-print">
          {matter.moves.map((move) => (
            <Button
              key={move}
              type={move === "accept" || move === "agree" ? "primary" : "default"}
              loading={action.busy === move}
              onClick={() => take(move)}
            >
              {t(`matter.move.${label(matter, move) as "accept"}`)}
            </Button>
          ))}
        </div>
      )}
      {Dialog && (
        <Dialog contract={contract} matter={matter} close={() => setOpen(undefined)} done={() => void finish()} />
      )}
    </article>
  );
}

/** What one side has put to the other: open ones first, each with what silence means and what came of it. */
export function Matters({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const matters = contract.life?.matters ?? [];
  if (matters.length === 0) return null;
  const live = (m: Matter) => m.state === "open" || m.state === "contested";
  return (
    <section className="stack">
      <h2>{t("section.matters")}</h2>
      {[...matters.filter(live), ...matters.filter((m) => !live(m)).reverse()].map((matter) => (
        <One key={matter.id} contract={contract} matter={matter} />
      ))}
    </section>
  );
}
