import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { FileDrop } from "@/shared/ui/FileDrop";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { BankLines } from "../BankLines";

const MOST_BYTES = 10_000_000;
const SIZE = 20;

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

/** The account's statement comes in, receipts find their bills by reference; the rest is matched by hand. */
export default function BankPage() {
  const { t } = useTranslation("payments");
  const action = useAction();
  const navigate = useNavigate();
  const [read, setRead] = useState<Schemas["StatementView"]>();
  const { state, page = 1 } = useSearch({ from: "/desk/bank" });
  const lines = api.useQuery("get", "/api/bank-lines", {
    params: { query: { ...(state ? { state } : {}), page, size: SIZE } },
  });
  return (
    <>
      <PageHead title={t("bank.title")} lead={t("bank.lead")} />
      <div className="stack">
        <ProblemAlert error={action.error} />
        <FileDrop
          accept=".xlsx,.csv"
          maxBytes={MOST_BYTES}
          busy={action.busy === "read"}
          label={t("bank.drop")}
          hint={t("bank.drop_hint")}
          onFile={(file) => void action.run("read", () => send(file)).then((view) => view && setRead(view))}
        />
        {read && (
          <p className="panel" role="status">
            {read.repeated
              ? t("bank.repeated", { name: read.file_name })
              : t("bank.read", {
                  name: read.file_name,
                  fresh: read.new,
                  matched: read.matched,
                  unmatched: read.unmatched,
                })}
          </p>
        )}
        <FilterTabs
          label={t("column.state")}
          value={state ?? ""}
          onChange={(key) =>
            void navigate({ to: "/bank", search: key ? { state: key as "matched" | "unmatched" } : {} })
          }
          entries={[
            { key: "", label: t("show.all") },
            { key: "unmatched", label: t("bank.unmatched") },
            { key: "matched", label: t("bank.matched") },
          ]}
        />
        <BankLines
          list={lines.data}
          loading={lines.isPending}
          error={lines.error}
          page={page}
          size={SIZE}
          onPage={(next) => void navigate({ to: "/bank", search: { ...(state ? { state } : {}), page: next } })}
        />
      </div>
    </>
  );
}
