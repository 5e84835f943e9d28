import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { Money } from "@/shared/ui/Money";
import "./SplitFlow.css";
import { drawFlow, FLOW } from "./flow";
import "./words";

interface Props {
  flow: Schemas["MoneyFlow"];
  figure: Schemas["FlowFigure"] | undefined;
}

/** How far the money has come, drawn as bands that narrow from station to station; the figures lead to their rows. */
export function MoneyFlow({ flow, figure }: Props) {
  const { t } = useTranslation("payouts");
  const drawn = drawFlow(flow.stations);
  return (
    <figure className="money-flow stack">
      <svg viewBox={`0 0 ${FLOW.width} ${FLOW.height}`} role="img" aria-label={t("money.picture")}>
        {drawn.map((one) => (
          <g key={one.figure}>
            {one.band && <polygon points={one.band} />}
            {one.stays && <polygon points={one.stays} className="stays" />}
            <rect x={one.x} y={FLOW.top} width={FLOW.bar} height={one.height} />
          </g>
        ))}
      </svg>
      <ol className="money-stations">
        {flow.stations.map((station, i) => {
          const next = flow.stations[i + 1];
          const waits = next ? station.amount_minor - next.amount_minor : 0;
          return (
            <li key={station.figure}>
              <Link
                to="/money"
                search={{ figure: station.figure }}
                resetScroll={false}
                className={station.figure === figure ? "is-shown" : ""}
              >
                <span>{t(`money.${station.figure}`)}</span>
                <strong>
                  <Money minor={station.amount_minor} />
                </strong>
                <span className="muted small">{t("money.count", { count: station.rows })}</span>
                {waits > 0 && <span className="muted small">{t("money.waits", { amount: yuan(waits) })}</span>}
              </Link>
            </li>
          );
        })}
      </ol>
      <figcaption className="muted small">
        {t("money.of_distributed", {
          platform: yuan(flow.platform_minor),
          payable: yuan(flow.payable_minor),
          under_way: yuan(flow.under_way_minor),
        })}
      </figcaption>
    </figure>
  );
}
