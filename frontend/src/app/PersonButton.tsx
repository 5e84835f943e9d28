import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/shared/session/session";

/** Who is signed in: what opens her menu. */
export function PersonButton(props: ComponentProps<"button">) {
  const { t } = useTranslation();
  const me = useSession();
  return (
    <button {...props} type="button" className="icon-button">
      <span className="visually-hidden">{t("me.menu_of", { name: me.name })}</span>
      <span className="avatar" aria-hidden="true">
        {me.name.slice(0, 1)}
      </span>
      <span className="wide-only" aria-hidden="true">
        {me.name}
      </span>
    </button>
  );
}
