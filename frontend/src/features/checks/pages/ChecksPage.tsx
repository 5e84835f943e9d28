import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { Chains } from "../Chains";
import { CheckTable } from "../CheckTable";
import { Findings } from "../Findings";
import { Troubles } from "../Troubles";
import "../checks.css";
import "../words";

/** What always holds on this platform, whether it holds now, and the seals that show what was changed behind it. */
export default function ChecksPage() {
  const { t } = useTranslation("checks");
  const { name } = useSearch({ from: "/desk/checks" });
  const action = useAction();
  const found = api.useQuery("get", "/api/oversight/checks", {}, { refetchInterval: 30_000 });
  const red = found.data?.filter((one) => (one.found ?? 0) > 0).length ?? 0;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        tag={
          found.data && (
            <StateTag tone={red ? "bad" : "good"}>{red ? t("some_red", { count: red }) : t("all_green")}</StateTag>
          )
        }
        actions={
          <Button
            loading={action.busy === "run"}
            onClick={() => void action.run("run", () => answer(http.POST("/api/oversight/checks")), t("asked"))}
          >
            {t("run")}
          </Button>
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error ?? found.error} />
        <CheckTable checks={found.data} loading={found.isPending} />
        {name && <Findings name={name} />}
        <Troubles />
        <Chains />
      </div>
    </>
  );
}
