import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import { PageHead } from "@/shared/ui/PageHead";

interface Start {
  title: string;
  rights: { number: string }[];
}

/** A draft needs no more than a title; with a patent number its check digit is verified at once. */
export default function ListingNewPage() {
  const { t } = useTranslation("listings");
  const common = useTranslation().t;
  const [form] = Form.useForm<Start>();
  const faults = useFaults(form, "new");
  const navigate = useNavigate();
  const [busy, once] = useBusy();

  async function create({ title, rights }: Start) {
    faults.clear();
    const number = rights[0]?.number?.trim();
    try {
      const made = await answer(
        http.POST("/api/listings", { body: { title, rights: number ? [{ kind: "patent", number, title }] : [] } }),
      );
      await navigate({ to: "/listings/$id/edit", params: { id: made.id } });
    } catch (error) {
      faults.failed(error);
    }
  }
  return (
    <>
      <PageHead title={t("new.title")} back={{ to: "/listings", label: t("list.title") }} lead={t("new.lead")} />
      <section className="panel" style={{ maxWidth: 720 }}>
        <Form<Start>
          form={form}
          name="new"
          layout="vertical"
          requiredMark={false}
          validateTrigger={[]}
          initialValues={{ title: "", rights: [{ number: "" }] }}
          onFinish={(start) => void once(() => create(start))}
          onFinishFailed={faults.refused}
        >
          {faults.summary}
          <Form.Item
            name="title"
            label={t("field.title")}
            rules={[{ required: true, whitespace: true, min: 4, message: t("fault.title") }]}
          >
            <Input maxLength={80} showCount lang="zh-CN" />
          </Form.Item>
          <Form.Item
            name={["rights", 0, "number"]}
            label={`${t("new.number")}${common("form.optional")}`}
            extra={t("new.number_hint")}
          >
            <Input maxLength={40} className="num" autoComplete="off" />
          </Form.Item>
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t("new.create")}
            </Button>
            <Link to="/listings/import">{t("new.import")}</Link>
          </div>
        </Form>
      </section>
    </>
  );
}
