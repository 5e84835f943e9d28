import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";

interface Props {
  accounts: Schemas["DemoAccount"][];
  busy: boolean;
  choose: (login: string) => void;
}

/** One button for each part a visitor can play in the demo. */
export function DemoAccounts({ accounts, busy, choose }: Props) {
  const { t, i18n } = useTranslation();
  const roleName = (role: string) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as "role.firm_head") : role);
  return (
    <section className="demo-accounts" aria-labelledby="demo-title">
      <h2 id="demo-title">{t("sign_in.demo_title")}</h2>
      <p className="muted" style={{ margin: 0 }}>
        {t("sign_in.demo_hint")}
      </p>
      <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" disabled={busy} onClick={() => choose(account.login)}>
              <span className="role">{roleName(account.role)}</span>
              <span lang="zh-CN">{account.name}</span>
              <span className="muted" lang="zh-CN">
                {account.organization_name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
