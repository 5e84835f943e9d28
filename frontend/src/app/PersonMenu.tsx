import { useQueryClient } from "@tanstack/react-query";
import { Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http, signedInMark } from "@/api/client";
import { useOrgNames } from "@/shared/session/orgNames";
import { useSession } from "@/shared/session/session";
import { PersonButton } from "./PersonButton";

/** For which organization she acts, the others, and the way out. Comes after the first picture: nobody needs it at once. */
export default function PersonMenu() {
  const { t } = useTranslation();
  const me = useSession();
  const client = useQueryClient();

  async function switchTo(membershipId: string) {
    await answer(http.POST("/api/session/organization", { body: { membership_id: membershipId } }));
    client.clear();
    window.location.assign("/app/");
  }
  async function signOut() {
    await answer(http.DELETE("/api/session"));
    signedInMark.set(false);
    window.location.assign("/app/sign-in");
  }

  const org = useOrgNames(...me.memberships.map((each) => each.organization_name));
  const others = me.memberships.filter((m) => m.id !== me.current.id);
  const items: MenuProps["items"] = [
    {
      key: "who",
      type: "group",
      label: t("me.acting", { title: me.current.title, organization: org(me.current.organization_name) }),
    },
    ...others.map((m) => ({
      key: m.id,
      label: t("me.switch_to", { organization: org(m.organization_name) }),
      onClick: () => void switchTo(m.id),
    })),
    { type: "divider" as const },
    { key: "out", label: t("me.sign_out"), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} autoFocus>
      <PersonButton />
    </Dropdown>
  );
}
