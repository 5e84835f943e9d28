import i18next from "i18next";
import en from "../../../locales/en/admin.json";
import zh from "../../../locales/zh-CN/admin.json";

// Only administrators open this page: the words come with it and not with the shell.
i18next.addResourceBundle("zh-CN", "admin", zh, true, true);
i18next.addResourceBundle("en", "admin", en, true, true);
