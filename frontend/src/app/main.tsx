import "@/theme/global.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem";
import { antdLocale, startI18n } from "@/shared/lib/i18n";
import { lacksChinese } from "@/shared/lib/letters";
import { ToastRegion } from "@/shared/ui/toast";
import { useDark, useStill } from "@/theme/mode";
import { themeOf } from "@/theme/tokens";
import { makeRouter } from "./router";

const client = new QueryClient({
  defaultOptions: {
    // A refusal will not change by asking again; only a lost connection might.
    queries: {
      staleTime: 30_000,
      retry: (tries, error) => tries < 1 && !isProblem(error),
      refetchOnWindowFocus: false,
    },
  },
});
const router = makeRouter(client);

function Desk() {
  useTranslation(); // re-render antd's texts when the language changes
  const isDark = useDark();
  const isStill = useStill();
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  }, [isDark]);
  const locale = antdLocale();
  return (
    <ConfigProvider
      theme={themeOf(isDark, isStill)}
      button={{ autoInsertSpace: false }}
      {...(locale ? { locale } : {})}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <ToastRegion />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

async function start(): Promise<void> {
  await startI18n();
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
  // Megabytes that most machines have already; the first paint does not wait for them.
  if (lacksChinese()) await import("@fontsource-variable/noto-sans-sc/wght.css");
}

void start();
