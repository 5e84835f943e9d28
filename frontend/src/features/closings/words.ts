import i18next from "i18next";
import en from "../../../locales/en/closings.json";
import zh from "../../../locales/zh-CN/closings.json";

// Only accountants open these pages: the words come with them and not with the shell.
i18next.addResourceBundle("zh-CN", "closings", zh, true, true);
i18next.addResourceBundle("en", "closings", en, true, true);
