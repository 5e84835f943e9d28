import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { toast } from "@/shared/ui/toast";
import { FirstIncomeDialog, MilestoneDialog, SignDialog, StatementDialog } from "./ContractDialogs";
import { type Contract, giveUp, MOVES, type Move } from "./model";

const MAIN: Move[] = ["sign", "file_statement"];
const DIALOGS = {
  sign: SignDialog,
  declare_first_income: FirstIncomeDialog,
  file_statement: StatementDialog,
  accept_milestone: MilestoneDialog,
};

/** What the reader's side may do now; every step opens a dialog that says what it means before it binds. */
export function ContractActions({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const action = useAction();
  const [open, setOpen] = useState<Move>();
  const moves = MOVES.filter((move) => contract.moves.includes(move));
  if (moves.length + contract.refused.length === 0) return null;
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
        steps={contract.refused.map(({ move, reason }) => ({ key: move, label: t(`move.${move as Move}`), reason }))}
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
