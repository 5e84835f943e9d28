import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Popconfirm, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { StateTag } from "@/shared/ui/StateTag";
import { approveConnect, CONNECT_TONES, lookAtConnect, openConnect, stopConnect } from "./model";
import { Transfers } from "./Transfers";
import "./words";

/** The name of a country in the reader's language. */
function countryOf(code: string, language: string) {
  return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
}

type View = Schemas["ConnectView"];

/** What the provider says of the account, and what it still wants, in words. */
function Account({ account }: { account: NonNullable<View["account"]> }) {
  const { t } = useTranslation("payouts");
  return (
    <>
      <dl className="facts">
        <dt>{t("state")}</dt>
        <dd className="row">
          <StateTag tone={CONNECT_TONES[account.state]}>{t(`connect.account.${account.state}`)}</StateTag>
          {account.state !== "active" && account.disabled_reason && (
            <span className="muted small">{account.disabled_reason}</span>
          )}
        </dd>
        <dt>{t("account")}</dt>
        <dd>
          <span className="num">{account.masked || "—"}</span>{" "}
          <span className="muted small">{t("connect.opened_by", { name: account.opened_by_name })}</span>
        </dd>
        <dt>{t("connect.way")}</dt>
        <dd>
          {account.usable_from ? (
            <>
              {t("connect.in_use")} <DateText value={account.usable_from} />
            </>
          ) : (
            t("connect.not_in_use")
          )}
        </dd>
      </dl>
      {account.wanted.length > 0 && (
        <div>
          <h3>{t("connect.wanted")}</h3>
          <ul>
            {account.wanted.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Moves({ view, action }: { view: View; action: ReturnType<typeof useAction> }) {
  const { t } = useTranslation("payouts");
  const may = (move: View["moves"][number]) => view.moves.includes(move);
  const waits = view.account?.state === "active" && !view.account.usable_from && view.offered;
  const goOn = async () => {
    const link = await action.run("fill_in", openConnect);
    if (link) window.location.assign(link.url);
  };
  return (
    <div className="row no-print">
      {may("fill_in") && (
        <Button type="primary" loading={action.busy === "fill_in"} onClick={() => void goOn()}>
          {t(view.account ? "connect.fill_in" : "connect.open")}
        </Button>
      )}
      {may("use") && (
        <Popconfirm
          title={t("connect.ask_use")}
          okText={t("connect.use")}
          onConfirm={() => void action.run("use", approveConnect, t("connect.used"))}
        >
          <Button type="primary" loading={action.busy === "use"}>
            {t("connect.use")}
          </Button>
        </Popconfirm>
      )}
      {may("look") && (
        <Button
          loading={action.busy === "look"}
          onClick={() => void action.run("look", lookAtConnect, t("connect.looked"))}
        >
          {t("connect.look")}
        </Button>
      )}
      {may("stop") && (
        <Popconfirm
          title={t("connect.ask_stop")}
          okText={t("connect.stop")}
          onConfirm={() => void action.run("stop", stopConnect, t("connect.stopped"))}
        >
          <Button danger loading={action.busy === "stop"}>
            {t("connect.stop")}
          </Button>
        </Popconfirm>
      )}
      {waits && !may("use") && (
        <RefusedSteps steps={[{ key: "use", label: t("connect.use"), reason: view.use_refused }]} />
      )}
    </div>
  );
}

/** The university's own account at the payment provider: whether it is offered, what is wanted, and what went there. */
export function ConnectCard() {
  const { t, i18n } = useTranslation("payouts");
  const { back } = useSearch({ from: "/desk/money" });
  const navigate = useNavigate();
  const action = useAction();
  const found = api.useQuery("get", "/api/connect");
  const asked = useRef(false);
  const returned = back === "connect" && Boolean(found.data?.moves.includes("look"));
  useEffect(() => {
    if (!returned || asked.current) return;
    asked.current = true;
    void action.run("look", lookAtConnect).then(() => navigate({ to: "/money", search: {}, replace: true }));
  }, [returned, action, navigate]);
  const view = found.data;
  return (
    <section className="panel stack">
      <h2>{t("connect.title")}</h2>
      <ProblemAlert error={found.error ?? action.error} />
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {view && (
        <>
          <p className="muted">
            {view.offered
              ? t("connect.lead", { country: countryOf(view.country, i18n.language) })
              : `${view.reason} ${t("connect.by_bank")}`}
          </p>
          {view.account && <Account account={view.account} />}
          <Moves view={view} action={action} />
          {view.account && view.account.state !== "onboarding" && <Transfers />}
        </>
      )}
    </section>
  );
}
