import i18next from "i18next";
import en from "../../../../locales/en/refunds.json";
import zh from "../../../../locales/zh-CN/refunds.json";

// Few people ever open these pages: the words come with them and not with the shell.
i18next.addResourceBundle("zh-CN", "refunds", zh, true, true);
i18next.addResourceBundle("en", "refunds", en, true, true);
