import { useTranslation } from "react-i18next";
import { useSession } from "@/shared/session/session";
import { PageHead } from "@/shared/ui/PageHead";

export default function WorkPage() {
  const { t } = useTranslation();
  const me = useSession();
  return <PageHead title={t("work.title", { name: me.name })} lead={me.current.organization_name} />;
}
