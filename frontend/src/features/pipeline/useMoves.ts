import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { toast } from "@/shared/ui/toast";
import { asksFirst, move, type State } from "./model";

interface Asked {
  item: { id: string; title: string; state: State };
  to: State;
}

/** Moves a deal, asking first where the step needs an owner or a reason; drag, menu and keys all come here. */
export function useMoves() {
  const { t } = useTranslation("pipeline");
  const states = useTranslation("states").t;
  const action = useAction();
  const [asking, setAsking] = useState<Asked>();
  const [said, setSaid] = useState("");

  const tell = ({ item, to }: Asked) => {
    const words = t("moved", { title: item.title, state: states(`application.${to}`) });
    setSaid(words);
    toast(words);
  };

  function ask(item: Asked["item"], to: State) {
    if (item.state === to) return;
    if (asksFirst(to)) setAsking({ item, to });
    else void action.run(item.id, () => move(item.id, { to })).then((done) => done && tell({ item, to }));
  }

  /** Throws when refused, so that the dialog stays open with what was typed. */
  async function run(form: Schemas["MoveDeal"]) {
    if (!asking) return;
    await move(asking.item.id, form);
    tell(asking);
    setAsking(undefined);
    await action.run("refresh", async () => undefined);
  }

  return { ask, run, asking, drop: () => setAsking(undefined), error: action.error, said };
}
