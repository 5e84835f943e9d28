import { Pagination } from "antd";

interface Props {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, size, total, onPage }: Props) {
  return (
    <div style={{ marginBlockStart: 16 }}>
      <Pagination
        current={page}
        pageSize={size}
        total={total}
        onChange={onPage}
        showSizeChanger={false}
        hideOnSinglePage
      />
    </div>
  );
}
