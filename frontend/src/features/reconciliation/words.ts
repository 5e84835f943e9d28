import i18next from "i18next";
import en from "../../../locales/en/reconciliation.json";
import zh from "../../../locales/zh-CN/reconciliation.json";

// Few people ever open these pages: the words come with them and not with the shell.
i18next.addResourceBundle("zh-CN", "reconciliation", zh, true, true);
i18next.addResourceBundle("en", "reconciliation", en, true, true);
