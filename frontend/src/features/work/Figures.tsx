import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dateText } from "@/shared/lib/date";
import { count, yuan } from "@/shared/lib/money";
import { Money } from "@/shared/ui/Money";
import { Bars, Ring } from "./Drawn";
import { stretchOf, type Worklist } from "./model";

type Firm = NonNullable<Worklist["firm"]>;
type University = NonNullable<Worklist["university"]>;
type Stages = NonNullable<Worklist["stages"]>;

function Figure({ name, to, children }: { name: string; to?: string; children: ReactNode }) {
  return (
    <div className="figure">
      <dt>{to ? <Link to={to}>{name}</Link> : name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function FirmRow({ firm }: { firm: Firm }) {
  const { t } = useTranslation("work");
  const left = firm.free_days_left === null ? undefined : stretchOf(firm.free_days_left);
  return (
    <dl className="figures">
      <Figure name={t("firm.in_use")} to="/contracts">
        <strong className="figure-value num">{count(firm.in_use)}</strong>
      </Figure>
      <Figure name={t("firm.owed")} to="/payments">
        <strong className="figure-value">
          <Money minor={firm.owed_minor} style="round" />
        </strong>
        <span className={firm.overdue_minor > 0 ? "todo-late small" : "muted small"}>
          {firm.overdue_minor > 0
            ? t("firm.overdue", { amount: yuan(firm.overdue_minor, true) })
            : t("firm.nothing_overdue")}
        </span>
      </Figure>
      {left && firm.free_ends_on && (
        <Figure name={t("firm.free_left")} to="/contracts">
          <span className="figure-ring">
            <Ring left={firm.free_days_left ?? 0} whole={firm.free_days ?? 0} />
            <span>
              <strong>{t(`firm.${left.unit}`, { count: left.count })}</strong>
              <span className="muted small">{t("firm.free_until", { date: dateText(firm.free_ends_on) })}</span>
            </span>
          </span>
        </Figure>
      )}
      {firm.outright_minor !== null && firm.billed_minor !== null && firm.outright_minor > firm.billed_minor && (
        <Figure name={t("firm.saved")}>
          <strong className="figure-value">
            <Money minor={firm.outright_minor - firm.billed_minor} style="round" />
          </strong>
          <Bars
            bars={[
              {
                key: "outright",
                label: t("firm.outright"),
                value: <Money minor={firm.outright_minor} style="round" />,
                size: firm.outright_minor,
              },
              {
                key: "billed",
                label: t("firm.billed"),
                value: <Money minor={firm.billed_minor} style="round" />,
                size: firm.billed_minor,
              },
            ]}
          />
        </Figure>
      )}
    </dl>
  );
}

const YEAR = ["contracted", "due", "received", "distributed"] as const;

function UniversityRow({ university }: { university: University }) {
  const { t } = useTranslation("work");
  const bars = YEAR.map((key) => ({
    key,
    label: t(`university.${key}`),
    value: <Money minor={university[`${key}_minor`]} style="round" />,
    size: university[`${key}_minor`],
  }));
  return (
    <dl className="figures">
      <Figure name={t("university.open")} to="/listings">
        <strong className="figure-value num">{count(university.listings_open)}</strong>
      </Figure>
      <Figure name={t("university.waiting")} to="/inbox">
        <strong className="figure-value num">{count(university.applications_waiting)}</strong>
      </Figure>
      <Figure name={t("university.running")} to="/contracts">
        <strong className="figure-value num">{count(university.contracts_running)}</strong>
      </Figure>
      <div className="figure figure-wide">
        <dt>{t("university.year", { year: university.year })}</dt>
        <dd>
          <Bars bars={bars} />
        </dd>
      </div>
    </dl>
  );
}

const LEFT_THE_BOARD = ["passed", "withdrawn"];
const shown = (stage: Stages[number]) => stage.count > 0 || !LEFT_THE_BOARD.includes(stage.state);

function StageRow({ stages }: { stages: Stages }) {
  const { t } = useTranslation("work");
  const states = useTranslation("states").t;
  const bars = stages.filter(shown).map((stage) => ({
    key: stage.state,
    label: states(`application.${stage.state as "new_match"}`),
    value: count(stage.count),
    size: stage.count,
  }));
  return (
    <dl className="figures">
      <div className="figure figure-wide">
        <dt>
          <Link to="/pipeline">{t("stages")}</Link>
        </dt>
        <dd>
          <Bars bars={bars} />
        </dd>
      </div>
    </dl>
  );
}

/** The figures of the reader's side in one calm row; what people compare is drawn. */
export function Figures({ list }: { list: Worklist }) {
  const { t } = useTranslation("work");
  if (!list.firm && !list.university && !list.stages) return null;
  return (
    <section className="panel" aria-label={t("figures")}>
      {list.firm && <FirmRow firm={list.firm} />}
      {list.university && <UniversityRow university={list.university} />}
      {list.stages && <StageRow stages={list.stages} />}
    </section>
  );
}
