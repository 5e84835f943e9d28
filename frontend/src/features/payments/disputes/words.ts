import i18next from "i18next";
import en from "../../../../locales/en/disputes.json";
import zh from "../../../../locales/zh-CN/disputes.json";

// Few people ever open these pages: the words come with them and not with the shell.
i18next.addResourceBundle("zh-CN", "disputes", zh, true, true);
i18next.addResourceBundle("en", "disputes", en, true, true);
