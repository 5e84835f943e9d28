import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { CardList } from "@/shared/ui/CardList";
import { FileDrop } from "@/shared/ui/FileDrop";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { BankLine } from "../BankLine";
import "../bank.css";
import { Credits } from "../Credits";
import "../words";
import { Returns } from "../Returns";
import { Statements } from "../Statements";

const MOST_BYTES = 10_000_000;
const SIZE = 20;
const SHOWN = ["unmatched", "asked", "matched", "returning", "returned", "set_aside"] as const;

function send(file: File): Promise<Schemas["StatementView"]> {
  return answer(
    http.POST("/api/bank-statements", {
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", file);
        return form;
      },
    }),
  );
}

function WhatWasRead({ read }: { read: Schemas["StatementView"] }) {
  const { t } = useTranslation("bank");
  const { opening_minor: opening, closing_minor: closing } = read;
  return (
    <div className="panel" role="status">
      <p>
        {read.repeated
          ? t("repeated", { name: read.file_name })
          : t("read", {
              name: read.file_name,
              bank: read.bank_name,
              fresh: read.new,
              known: read.known,
              matched: read.matched,
              unmatched: read.unmatched,
              sent: read.sent,
            })}
      </p>
      {opening !== null && closing !== null && (
        <p className="muted">{t("balances", { opening: yuan(opening), closing: yuan(closing) })}</p>
      )}
    </div>
  );
}

/** The account's statement comes in, receipts find their bills by reference; the rest is placed here, with reasons. */
export default function BankPage() {
  const { t } = useTranslation("bank");
  const action = useAction();
  const navigate = useNavigate();
  const [read, setRead] = useState<Schemas["StatementView"]>();
  const { state, page = 1 } = useSearch({ from: "/desk/bank" });
  const search = state ? { state } : {};
  const lines = api.useQuery("get", "/api/bank-lines", { params: { query: { ...search, page, size: SIZE } } });
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={<Link to="/reconciliation">{t("see_compared")}</Link>} />
      <div className="stack">
        <ProblemAlert error={action.error} />
        <FileDrop
          accept=".xlsx,.xls,.csv,.xml"
          maxBytes={MOST_BYTES}
          busy={action.busy === "read"}
          label={t("drop")}
          hint={t("drop_hint")}
          onFile={(file) => void action.run("read", () => send(file)).then((view) => view && setRead(view))}
        />
        {read && <WhatWasRead read={read} />}
        <Returns />
        <Credits />
        <FilterTabs
          label={t("column.state")}
          value={state ?? ""}
          onChange={(key) => void navigate({ to: "/bank", search: key ? { state: key as Schemas["LineState"] } : {} })}
          entries={[{ key: "", label: t("show.all") }, ...SHOWN.map((key) => ({ key, label: t(`show.${key}`) }))]}
        />
        <CardList
          found={lines}
          label={t("lines")}
          className="bank-lines"
          empty={t("empty")}
          emptyHint={t("empty_hint")}
          page={page}
          size={SIZE}
          onPage={(next) => void navigate({ to: "/bank", search: { ...search, page: next } })}
        >
          {(line) => <BankLine key={line.id} line={line} action={action} />}
        </CardList>
        <Statements />
      </div>
    </>
  );
}
