import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Button, Form } from "antd";
import { afterEach, expect, test } from "vitest";
import { changeLanguage } from "@/shared/lib/i18n";
import { AmountInput, useAmountRule } from "./AmountInput";

function Sheet({ sent }: { sent: unknown[] }) {
  const amount = useAmountRule();
  return (
    <Form name="sheet" validateTrigger={[]} onFinish={(values) => sent.push(values)}>
      <Form.Item name="sum" label="sum" rules={[amount({ needed: "needed", leastMinor: 1_000_000 })]}>
        <AmountInput />
      </Form.Item>
      <Button htmlType="submit">send</Button>
    </Form>
  );
}

afterEach(cleanup);

test.each([
  ["zh-CN", "12.5万", "即 125,000.00 元"],
  ["en", "1.2 million", "= CNY 1,200,000.00"],
] as const)("%s: %s is shown as it was understood", async (language, typed, shown) => {
  await changeLanguage(language);
  render(<Sheet sent={[]} />);
  await userEvent.type(screen.getByLabelText("sum"), typed);
  expect(screen.getByRole("status").textContent).toBe(shown);
});

test.each([
  ["", "needed"],
  ["-3", "金额不能是负数。"],
  ["1.005", "金额最多精确到分，请去掉多余的小数。"],
  ["9999万亿", "金额不能超过 10,000,000,000,000.00 元。"],
  ["八万", "这不是金额，请写成 125,000、12.5万 或 1.2亿 的样子。"],
  ["9,999.99", "金额不能少于 10,000.00 元。"],
])("%s is refused with its reason, stays as typed, and nothing is sent", async (typed, reason) => {
  await changeLanguage("zh-CN");
  const sent: unknown[] = [];
  render(<Sheet sent={sent} />);
  const field = screen.getByLabelText<HTMLInputElement>("sum");
  if (typed) await userEvent.type(field, typed);
  await userEvent.click(screen.getByText("send"));
  expect(await screen.findByText(reason)).toBeTruthy();
  expect(field.value).toBe(typed);
  expect(sent).toEqual([]);
});

test("what is put right is sent in fen", async () => {
  await changeLanguage("zh-CN");
  const sent: unknown[] = [];
  render(<Sheet sent={sent} />);
  await userEvent.type(screen.getByLabelText("sum"), "八万");
  await userEvent.clear(screen.getByLabelText("sum"));
  await userEvent.type(screen.getByLabelText("sum"), "8万");
  await userEvent.click(screen.getByText("send"));
  await expect.poll(() => sent).toEqual([{ sum: 8_000_000 }]);
});
