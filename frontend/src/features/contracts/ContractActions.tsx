import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { toast } from "@/shared/ui/toast";
import { FirstIncomeDialog, MilestoneDialog, SignDialog, StatementDialog } from "./ContractDialogs";
import * as ending from "./EndingDialogs";
import * as life from "./LifeDialogs";
import { type Contract, giveUp, MOVES, type Move, PLACES, type Place } from "./model";

const MAIN: Move[] = ["sign", "file_statement", "file_use_report", "file_certificate"];
const ELSEWHERE: Move[] = Object.values(PLACES).flat();
const DIALOGS = {
  sign: SignDialog,
  declare_first_income: FirstIncomeDialog,
  file_statement: StatementDialog,
  accept_milestone: MilestoneDialog,
  file_use_report: life.UseReportDialog,
  claim_milestone: life.MilestoneClaimDialog,
  assert_first_income: life.IncomeClaimDialog,
  ask_for_accounts: life.AccountsDialog,
  correct_statement: life.CorrectionDialog,
  buy_out: ending.BuyoutDialog,
  record_conversion: ending.ConversionDialog,
  record_transfer: ending.TransferDialog,
  file_certificate: ending.CertificateDialog,
  record_right: ending.RightDialog,
};

/** What the reader's side may do now; every step opens a dialog that says what it means before it binds. */
export function ContractActions({ contract, place }: { contract: Contract; place?: Place }) {
  const { t } = useTranslation("contracts");
  const action = useAction();
  const [open, setOpen] = useState<Move>();
  const here: readonly Move[] = place ? PLACES[place] : MOVES.filter((move) => !ELSEWHERE.includes(move));
  const moves = here.filter((move) => contract.moves.includes(move));
  const refused = place ? [] : contract.refused;
  if (moves.length + refused.length === 0) return null;
  const Dialog = open && open !== "return" && open !== "cancel" ? DIALOGS[open] : undefined;
  const finish = async (move: Move) => {
    toast(t(`done.${move}`));
    await action.run("refresh", async () => undefined);
  };
  return (
    <div className="row no-print" style={{ marginBlockStart: 12 }}>
      {moves.map((move) => (
        <Button
          key={move}
          type={MAIN.includes(move) ? "primary" : "default"}
          danger={move === "return" || move === "cancel"}
          onClick={() => setOpen(move)}
        >
          {t(`move.${move}`)}
        </Button>
      ))}
      <RefusedSteps
        steps={refused.map(({ move, reason }) => ({ key: move, label: t(`move.${move as Move}`), reason }))}
      />
      {Dialog && open && <Dialog contract={contract} close={() => setOpen(undefined)} done={() => void finish(open)} />}
      {(open === "return" || open === "cancel") && (
        <ReasonDialog
          title={t(`move.${open}`)}
          hint={t(`hint.${open}`)}
          confirm={t(`move.${open}`)}
          danger
          close={() => setOpen(undefined)}
          run={async (reason) => {
            await giveUp(contract, open, reason);
            await finish(open);
          }}
        />
      )}
    </div>
  );
}
