import { Link } from "@tanstack/react-router";
import { Button, Input, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import type { Days } from "./Period";
import { titleOf } from "./title";

interface Props {
  days: Days;
  kind: string | undefined;
  label: string | undefined;
}

/** Accounts and what they hold on a day; each leads to its statement. */
export function AccountTable({ days, kind, label }: Props) {
  const { t } = useTranslation("books");
  const [named, setNamed] = useState<string>();
  const [empty, setEmpty] = useState(false);
  const [after, setAfter] = useState<string>();
  const query = {
    empty,
    ...(days.to ? { on: days.to } : {}),
    ...(kind ? { kind } : {}),
    ...(named ? { named } : {}),
    ...(after ? { after } : {}),
  };
  const found = api.useQuery("get", "/api/books/accounts", { params: { query } });
  const title = label ? t("accounts_of", { kind: label }) : t("accounts");
  return (
    <section className="stack">
      <div className="row between">
        <h2>{title}</h2>
        <div className="row no-print">
          {kind && (
            <Link to="/books" search={days} resetScroll={false}>
              {t("every_kind")}
            </Link>
          )}
          <Input.Search
            allowClear
            aria-label={t("named")}
            placeholder={t("named")}
            style={{ width: 220 }}
            onSearch={(value) => {
              setAfter(undefined);
              setNamed(value.trim() || undefined);
            }}
          />
          <Switch id="book-empty" checked={empty} onChange={setEmpty} />
          <label htmlFor="book-empty">{t("with_empty")}</label>
        </div>
      </div>
      <DataTable<Schemas["AccountBalance"]>
        caption={title}
        rows={found.data?.items}
        rowKey={(row) => row.key}
        loading={found.isPending}
        error={found.error}
        empty={{ title: t("accounts_empty"), hint: t("accounts_empty_hint") }}
        columns={[
          {
            key: "name",
            title: t("account"),
            names: true,
            render: (row) => (
              <>
                <Link to="/books/accounts/$key" params={{ key: row.key }} search={days}>
                  {titleOf(row, t("other_holder"))}
                </Link>
                {!row.own && <div className="muted small">{t("own_part")}</div>}
              </>
            ),
          },
          {
            key: "balance",
            title: t("balance"),
            numeric: true,
            render: (row) => (
              <>
                <span className="muted small">{t(row.side)}</span> <Money minor={row.balance_minor} />
              </>
            ),
          },
          { key: "lines", title: t("lines"), numeric: true, render: (row) => row.lines },
          { key: "last", title: t("last"), render: (row) => <DateText value={row.last_on} /> },
        ]}
      />
      <div className="row no-print">
        {after && <Button onClick={() => setAfter(undefined)}>{t("first_page")}</Button>}
        {found.data?.next && <Button onClick={() => setAfter(found.data.next ?? undefined)}>{t("next_page")}</Button>}
      </div>
    </section>
  );
}
