import { useSearch } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, signedInMark } from "@/api/client";
import { changeLanguage, language } from "@/shared/lib/i18n";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { DemoAccounts } from "../DemoAccounts";
import { DEMO_PASSWORD } from "../demo";
import { Mark } from "../Mark";
import "./SignInPage.css";

interface Credentials {
  login: string;
  password: string;
}

/** Only a path of the desk or the street is followed after signing in, never another site. */
const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : "/app/");

export default function SignInPage() {
  const { t } = useTranslation();
  const { next } = useSearch({ from: "/sign-in" });
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const demo = api.useQuery("get", "/api/demo-accounts");

  async function signIn(form: Credentials) {
    setBusy(true);
    setError(undefined);
    try {
      await answer(http.POST("/api/session", { body: { login: form.login.trim(), password: form.password } }));
      signedInMark.set(true);
      window.location.assign(safeNext(next));
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  const other = language() === "en" ? "zh-CN" : "en";
  return (
    <div className="sign-in">
      <header>
        <a href="/" className="shell-brand">
          <Mark size={32} />
          <strong>{t("brand")}</strong>
        </a>
        <button type="button" className="icon-button" lang={other} onClick={() => void changeLanguage(other)}>
          {t("me.other_language")}
        </button>
      </header>
      <main className="sign-in-main">
        <section className="panel stack">
          <PageHead title={t("sign_in.title")} lead={t("sign_in.lead")} />
          <ProblemAlert error={error} />
          <Form<Credentials>
            layout="vertical"
            requiredMark={false}
            validateTrigger={[]}
            onFinish={(form) => void signIn(form)}
          >
            <Form.Item
              name="login"
              label={t("sign_in.login")}
              rules={[{ required: true, message: t("sign_in.login_missing") }]}
            >
              <Input autoComplete="username" size="large" />
            </Form.Item>
            <Form.Item
              name="password"
              label={t("sign_in.password")}
              rules={[{ required: true, message: t("sign_in.password_missing") }]}
            >
              <Input.Password autoComplete="current-password" size="large" />
            </Form.Item>
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t("sign_in.submit")}
            </Button>
          </Form>
        </section>
        {demo.data && demo.data.length > 0 && (
          <DemoAccounts
            accounts={demo.data}
            busy={busy}
            choose={(login) => void signIn({ login, password: DEMO_PASSWORD })}
          />
        )}
      </main>
    </div>
  );
}
