import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { useOwnName } from "@/shared/session/session";

/** Who is signed in: what opens her menu. */
export function PersonButton(props: ComponentProps<"button">) {
  const { t } = useTranslation();
  const name = useOwnName();
  return (
    <button {...props} type="button" className="icon-button">
      <span className="visually-hidden">{t("me.menu_of", { name })}</span>
      <span className="avatar" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span className="wide-only" aria-hidden="true">
        {name}
      </span>
    </button>
  );
}
