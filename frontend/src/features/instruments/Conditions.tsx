import { useTranslation } from "react-i18next";
import { useText } from "@/shared/hooks/useText";
import { percent } from "@/shared/lib/money";
import type { Product } from "./model";
import "./instruments.css";

/** Every condition as a sentence, with what proves it, who can change it and where it comes from. */
export function Conditions({ item }: { item: Product }) {
  const { t } = useTranslation("instruments");
  const common = useTranslation().t;
  const text = useText();
  return (
    <section className="panel" aria-labelledby="conditions">
      <h2 id="conditions">{t("part.conditions")}</h2>
      <p className="muted">{t("conditions_lead")}</p>
      <ol className="conditions">
        {item.gates.map((gate) => (
          <li key={gate.id}>
            {text(gate.text)}
            <div className="muted small">
              {t("proof", { what: text(gate.document) })} · {common(`match.who.${gate.changeable_by}`)}
            </div>
            {gate.source !== item.source && (
              <div className="muted small">
                {t("source", { what: "" })}
                <span lang="zh-CN">{gate.source}</span>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How firms that qualify are ranked: each wish with its weight as a bar. */
export function Wishes({ item }: { item: Product }) {
  const { t } = useTranslation("instruments");
  const text = useText();
  return (
    <section className="panel" aria-labelledby="wishes">
      <h2 id="wishes">{t("part.wishes")}</h2>
      <p className="muted">{t("wishes_lead")}</p>
      <ul className="wishes">
        {item.preferences.map((wish) => (
          <li key={wish.id}>
            <span>{text(wish.label)}</span>
            <span className="num">{percent(wish.weight_bps)}</span>
            <span className="wish-bar" aria-hidden="true">
              <span style={{ inlineSize: `${wish.weight_bps / 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
