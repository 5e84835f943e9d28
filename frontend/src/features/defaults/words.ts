import i18next from "i18next";
import en from "../../../locales/en/defaults.json";
import zh from "../../../locales/zh-CN/defaults.json";

// Few people ever open these pages: the words come with them and not with the shell.
i18next.addResourceBundle("zh-CN", "defaults", zh, true, true);
i18next.addResourceBundle("en", "defaults", en, true, true);
