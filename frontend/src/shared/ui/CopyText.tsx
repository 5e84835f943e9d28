import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** A value to be typed elsewhere, with a button that copies it. */
export function CopyText({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <span className="row">
      <span className="num">{value}</span>
      <Button
        size="small"
        aria-label={t("copy_named", { name: label })}
        onClick={() =>
          void navigator.clipboard
            ?.writeText(value)
            .then(() => setCopied(true))
            .catch(() => undefined)
        }
      >
        {copied ? t("copied") : t("copy")}
      </Button>
    </span>
  );
}
