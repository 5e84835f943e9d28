import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { EmptyState } from "@/shared/ui/EmptyState";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { EntryCard } from "../EntryCard";
import "../books.css";
import "../words";

function One({ number }: { number: number }) {
  const found = api.useQuery("get", "/api/books/transactions/{txn_id}", { params: { path: { txn_id: number } } });
  if (found.error) return <ProblemAlert error={found.error} />;
  return found.data ? <EntryCard of={found.data} /> : <Skeleton active />;
}

function Many() {
  const { t } = useTranslation("books");
  const navigate = useNavigate();
  const search = useSearch({ from: "/desk/books/entries" });
  const { behind, id, on, before } = search;
  const query = {
    ...(behind && id ? { behind, id } : {}),
    ...(on ? { on } : {}),
    ...(before ? { before } : {}),
  };
  const found = api.useQuery("get", "/api/books/transactions", { params: { query } });
  const older = found.data?.next;
  return (
    <>
      <ProblemAlert error={found.error} />
      {found.isPending && <Skeleton active />}
      {found.data?.items.length === 0 && <EmptyState title={t("entries_empty")} hint={t("entries_empty_hint")} />}
      {found.data?.items.map((one) => (
        <EntryCard key={one.id} of={one} />
      ))}
      <div className="row no-print">
        {before && (
          <Button onClick={() => void navigate({ to: "/books/entries", search: { ...search, before: undefined } })}>
            {t("first_page")}
          </Button>
        )}
        {older && (
          <Button onClick={() => void navigate({ to: "/books/entries", search: { ...search, before: older } })}>
            {t("older")}
          </Button>
        )}
      </div>
    </>
  );
}

/** What stands in the books behind a figure: the transactions of a bill, split, batch, contract or day, each with its document. */
export default function EntriesPage() {
  const { t } = useTranslation("books");
  const { behind, txn } = useSearch({ from: "/desk/books/entries" });
  return (
    <>
      <PageHead
        title={txn ? t("number", { number: txn }) : t(behind ? `behind.${behind}` : "latest")}
        lead={t("entries_lead")}
        back={{ to: "/books", label: t("title") }}
      />
      <div className="stack">{txn ? <One number={txn} /> : <Many />}</div>
    </>
  );
}
