import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Button, Form, Input } from "antd";
import { afterEach, expect, test } from "vitest";
import { useBusy } from "./useBusy";

function Sheet({ send }: { send: () => Promise<void> }) {
  const [, once] = useBusy();
  return (
    <Form onFinish={() => void once(send)}>
      <Form.Item name="text" rules={[{ max: 3 }]}>
        <Input aria-label="text" />
      </Form.Item>
      <Button htmlType="submit">send</Button>
    </Form>
  );
}

afterEach(cleanup);

test("a double click sends once, and the next click sends again once the first has ended", async () => {
  const open: (() => void)[] = [];
  render(<Sheet send={() => new Promise<void>((done) => open.push(done))} />);
  await userEvent.dblClick(screen.getByText("send"));
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => open.length).toBe(1);
  open[0]?.();
  await expect
    .poll(async () => {
      await userEvent.click(screen.getByText("send"));
      return open.length;
    })
    .toBe(2);
});
