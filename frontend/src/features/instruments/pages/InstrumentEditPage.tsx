import { useParams, useSearch } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ProductForm } from "../ProductForm";

/** A product's next version, or a new product, empty or like another. */
export default function InstrumentEditPage() {
  const { t } = useTranslation("instruments");
  const text = useText();
  const { id } = useParams({ strict: false });
  const { like } = useSearch({ strict: false });
  const own = api.useQuery("get", "/api/instruments/own");
  if (own.error) return <ProblemAlert error={own.error} retry={() => void own.refetch()} />;
  if (own.isPending) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const item = own.data.find((row) => row.id === id);
  const model = own.data.find((row) => row.id === like);
  return (
    <>
      <PageHead
        title={item ? t("title_edit", { name: text(item.name) }) : t("title_new")}
        lead={t("edit_lead")}
        back={{
          to: item ? `/instruments/${item.id}` : "/instruments",
          label: item ? text(item.name) : t("list.title"),
        }}
      />
      <ProductForm key={item?.row_version ?? like ?? "new"} item={item} like={model} />
    </>
  );
}
