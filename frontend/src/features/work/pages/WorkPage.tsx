import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useOrgNames } from "@/shared/session/orgNames";
import { useOwnName, useSession } from "@/shared/session/session";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Checklist, Deadlines, News } from "../Aside";
import { Figures } from "../Figures";
import { Todos } from "../Todos";
import "../words";
import "../work.css";

/** The first look: what must I do, what is coming, where do we stand. */
export default function WorkPage() {
  const { t } = useTranslation("work");
  const me = useSession();
  const org = useOrgNames(me.current.organization_name);
  // What was done a moment ago on another page must be gone from here.
  const list = api.useQuery("get", "/api/worklist", {}, { staleTime: 0 });
  return (
    <>
      <PageHead
        title={t("title", { name: useOwnName() })}
        lead={t("lead", { title: me.current.title, organization: org(me.current.organization_name) })}
      />
      <div className="grid-2">
        <div className="stack">
          <ProblemAlert error={list.error} retry={() => void list.refetch()} />
          {list.isPending && (
            <div className="panel todos-waiting">
              <Skeleton active title={false} paragraph={{ rows: 8 }} />
            </div>
          )}
          {list.data && (
            <>
              <Todos todos={list.data.todos} today={list.data.today} />
              <Figures list={list.data} />
            </>
          )}
        </div>
        <div className="stack">
          {list.data && (
            <>
              <Checklist steps={list.data.checklist} />
              <Deadlines days={list.data.deadlines} today={list.data.today} />
            </>
          )}
          <News />
        </div>
      </div>
    </>
  );
}
