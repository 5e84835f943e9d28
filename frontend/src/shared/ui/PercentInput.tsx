import { InputNumber } from "antd";

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (bps: number | null) => void;
}

/** Percent as people type them, basis points as the program keeps them. */
export function PercentInput({ id, value, onChange }: Props) {
  return (
    <InputNumber
      {...(id ? { id } : {})}
      min={0}
      max={100}
      step={0.1}
      precision={2}
      suffix="%"
      value={value === null || value === undefined ? null : value / 100}
      onChange={(percent) => onChange?.(percent === null ? null : Math.round(Number(percent) * 100))}
      style={{ width: 140 }}
    />
  );
}
