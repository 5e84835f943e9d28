import i18next from "i18next";
import en from "../../../locales/en/checks.json";
import zh from "../../../locales/zh-CN/checks.json";

// Only administrators open this page: the words come with it and not with the shell.
i18next.addResourceBundle("zh-CN", "checks", zh, true, true);
i18next.addResourceBundle("en", "checks", en, true, true);
