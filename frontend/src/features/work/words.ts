import i18next from "i18next";
import en from "../../../locales/en/work.json";
import zh from "../../../locales/zh-CN/work.json";

// The first page of everybody's first load stays small: these words come with the page and not with the shell.
i18next.addResourceBundle("zh-CN", "work", zh, true, true);
i18next.addResourceBundle("en", "work", en, true, true);
