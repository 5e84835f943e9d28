import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { Frame } from "./ContractDialogs";
import { FilesField } from "./Evidence";
import { WordsField } from "./LifeDialogs";
import { acceptMatter, idsOf, type Matter, proposeSettlement, refuseMatter, type Sent } from "./life";
import type { Contract } from "./model";

interface Props {
  contract: Contract;
  matter: Matter;
  close: () => void;
  done: () => void;
}

export function AcceptDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const accounts = props.matter.kind === "accounts";
  return (
    <Frame<{ text?: string; file_ids?: Sent[] }>
      {...props}
      name="accept_matter"
      title={props.matter.title}
      confirm={t(accounts ? "matter.move.show" : "matter.move.accept")}
      act={({ text, file_ids }) =>
        acceptMatter(props.contract, props.matter, { text: text ?? "", file_ids: idsOf(file_ids) })
      }
      lead={<p>{props.matter.explanation}</p>}
    >
      <WordsField name="text" label={t("claim.remark")} needed={false} />
      <FilesField contract={props.contract} needed={accounts} />
    </Frame>
  );
}

export function RefuseDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const contest = props.matter.kind === "first_income";
  return (
    <Frame<{ reason: string; file_ids?: Sent[] }>
      {...props}
      name="refuse_matter"
      title={props.matter.title}
      confirm={t(contest ? "matter.move.contest" : "matter.move.refuse")}
      act={({ reason, file_ids }) => refuseMatter(props.contract, props.matter, { reason, file_ids: idsOf(file_ids) })}
      lead={<p>{props.matter.explanation}</p>}
    >
      <Form.Item
        name="reason"
        label={t("matter.reason")}
        extra={t("matter.reason_hint")}
        rules={[{ required: true, min: 4, message: t("fault.reason") }]}
      >
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <FilesField contract={props.contract} />
    </Frame>
  );
}

export function ProposeDialog(props: Props) {
  const { t } = useTranslation("contracts");
  return (
    <Frame<{ on?: string; text: string }>
      {...props}
      name="propose_settlement"
      title={props.matter.title}
      confirm={t("matter.move.propose")}
      act={({ on, text }) => proposeSettlement(props.contract, props.matter, { on: on || null, text })}
      lead={<p>{props.matter.explanation}</p>}
    >
      <Form.Item name="on" label={t("matter.settle_day")}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="text"
        label={t("matter.settle_text")}
        rules={[{ required: true, min: 4, message: t("fault.reason") }]}
      >
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </Frame>
  );
}
